/**
 * The readable map: the visible rows and cells as accessible elements, which are reused when the view moves.
 */
import { CellElement } from './cell-element.js';
import { HEADER } from './axes.js';
import { edge, SPARE_COLUMNS, SPARE_ROWS, windowOf } from './geometry.js';
import { Lane } from './recycle.js';
import { RowHead } from './row-head.js';
import { element } from './frame.js';

/** @typedef {import('./view.js').View} View */

const COLUMN_STRIDE = 4;

export class Detail {
  /** @param {HTMLElement} body */
  constructor(body) {
    this.#body = body;
    this.#rows = new Lane(body, () => new RowElement());
  }

  #body;
  /** @type {Lane} */
  #rows;

  /** @param {View} view @param {(row: number, column: number) => string} idOf */
  show(view, idOf) {
    const { geometry, scroll, active } = view;
    const rows = windowOf(scroll.y, geometry.viewHeight, geometry.cellHeight, geometry.rowCount, SPARE_ROWS);
    const columns = columnWindow(view);
    this.#body.style.setProperty('--hg-start', startOf(view, columns));
    this.#body.style.setProperty('--hg-line', `${Math.floor(geometry.cellHeight) - 1}px`);
    this.#body.style.setProperty('--hg-text', `var(--text-${geometry.textStep})`);
    this.#body.style.setProperty('--hg-tree-start', `${geometry.tree.start}px`);
    this.#body.style.setProperty('--hg-tree-step', `${geometry.tree.step}px`);
    this.#body.classList.toggle('hg-no-codes', !geometry.tree.codes);
    this.#rows.show(indices(rows, active.row), (row, index) => row.bind(index));
    const wanted = indices(columns, active.column);
    for (const [, row] of this.#rows.entries()) {
      row.show(view, wanted, columns, idOf);
    }
  }

  clear() { this.#rows.show([], () => {}); }

  /** @returns {HTMLElement|undefined} */
  cell(row, column) { return this.#rows.get(row)?.cell(column); }
}

/** Returns the columns in the window. They change several at a time, because every change lays out all rows again. @param {View} view */
export function columnWindow({ geometry, scroll }) {
  const { first, end } = windowOf(scroll.x, geometry.viewWidth, geometry.cellWidth, geometry.columnCount, SPARE_COLUMNS);
  return { first: first - first % COLUMN_STRIDE, end: Math.min(geometry.columnCount, Math.ceil(end / COLUMN_STRIDE) * COLUMN_STRIDE) };
}

/** Returns the left edge of the first column in the window, as a CSS length. */
export const startOf = ({ geometry }, { first }) => `${edge(first, geometry.cellWidth, geometry.grain)}px`;

/** Returns the indices in the window and the focused one, which a screen reader must not lose when the view scrolls. */
export function indices({ first, end }, kept) {
  const list = Array.from({ length: end - first }, (_, i) => first + i);
  if (kept >= 0 && kept < first) {
    list.unshift(kept);
  } else if (kept >= end) {
    list.push(kept);
  }
  return list;
}

class RowElement {
  constructor() {
    this.element = element('div', 'hg-row', { role: 'row' });
    this.#track = element('div', 'hg-track', { role: 'presentation' });
    this.#head = new RowHead(this.element);
    this.element.append(this.#track);
    this.#cells = new Lane(this.#track, () => new CellElement());
  }

  #index = -1;
  #top = Number.NaN;
  #height = Number.NaN;
  #track;
  #head;
  #cells;

  bind(index) { this.#index = index; }

  cell(column) { return this.#cells.get(column)?.element; }

  /** @param {View} view @param {number[]} wanted columns @param {{first: number, end: number}} inView those that are not kept for the focus alone */
  show(view, wanted, inView, idOf) {
    const { geometry } = view;
    const row = this.#index;
    this.#place(edge(row, geometry.cellHeight, geometry.grain), edge(row + 1, geometry.cellHeight, geometry.grain));
    this.#head.show(view, row, this.element, idOf(row, HEADER));
    this.#cells.show(wanted, cell => cell.bind());
    for (const [column, cell] of this.#cells.entries()) {
      cell.show(view, row, column, column < inView.first || column >= inView.end, idOf);
    }
  }

  #place(top, bottom) {
    if (top !== this.#top) {
      this.#top = top;
      this.element.style.transform = `translateY(${top}px)`;
    }
    if (bottom - top !== this.#height) {
      this.#height = bottom - top;
      this.element.style.height = `${bottom - top}px`;
    }
  }
}
