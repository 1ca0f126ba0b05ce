/**
 * The header of one row: its level in the tree, its code and its name.
 */
import { HEADER, TOP_LEVEL } from './axes.js';

export class RowHead {
  /** @param {HTMLElement} row */
  constructor(row) {
    this.#element = document.createElement('div');
    this.#element.setAttribute('role', 'rowheader');
    this.#element.setAttribute('aria-colindex', '1');
    this.#chevron = part('hg-chevron');
    this.#chevron.setAttribute('aria-hidden', 'true');
    this.#code = part('hg-code');
    this.#label = part('hg-label');
    this.#flag = part('hg-flag');
    this.#element.append(this.#chevron, this.#code, this.#label, this.#flag);
    row.append(this.#element);
  }

  #element;
  #chevron;
  #code;
  #label;
  #flag;
  #axes = null;
  #index = -1;
  #headRows = -1;

  /** @param {import('./view.js').View} view @param {HTMLElement} rowElement */
  show(view, index, rowElement, id) {
    const { picture, pointed, active, selected, headRows } = view;
    if (this.#axes !== picture.axes || this.#index !== index || this.#headRows !== headRows) {
      this.#axes = picture.axes;
      this.#index = index;
      this.#headRows = headRows;
      this.#fill(picture, index, rowElement, id);
    }
    const names = ['hg-row-head'];
    if (pointed?.row === index) { names.push('hg-hovered'); }
    if (selected?.row === index) { names.push(selected.column === HEADER ? 'hg-selected' : 'hg-chosen'); }
    if (active.row === index && active.column === HEADER) { names.push('hg-active'); }
    const className = names.join(' ');
    if (className !== this.#element.className) {
      this.#element.className = className;
      this.#element.setAttribute('aria-selected', String(selected?.row === index && selected.column === HEADER));
    }
  }

  #fill(picture, index, rowElement, id) {
    const { id: rowId, code, label, flag, level, isParent, expanded } = picture.axes.rows[index];
    const shownLevel = picture.axes.levels[index];
    rowElement.setAttribute('aria-rowindex', String(index + 1 + this.#headRows));
    rowElement.setAttribute('aria-level', String(level));
    rowElement.classList.toggle('hg-top', shownLevel === TOP_LEVEL);
    rowElement.dataset.row = rowId;
    this.#element.id = id;
    this.#element.dataset.row = rowId;
    this.#element.setAttribute('aria-label', picture.describe(index, HEADER));
    this.#element.style.setProperty('--hg-level', String(shownLevel - TOP_LEVEL));
    for (const element of [rowElement, this.#element]) {
      if (isParent) {
        element.setAttribute('aria-expanded', String(expanded === true));
      } else {
        element.removeAttribute('aria-expanded');
      }
    }
    this.#code.textContent = code ?? '';
    this.#label.textContent = label;
    this.#flag.textContent = flag ?? '';
    this.#flag.hidden = !flag;
  }
}

function part(className) {
  const element = document.createElement('span');
  element.className = className;
  return element;
}
