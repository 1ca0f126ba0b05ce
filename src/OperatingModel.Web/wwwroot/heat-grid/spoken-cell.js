/**
 * Makes the focused cell an element while the map is painted, so that assistive technology can still read it.
 */
import { HEADER } from './axes.js';
import { element } from './frame.js';
import { boxOf, origin } from './view.js';

export class SpokenCell {
  /** @param {HTMLElement} body */
  constructor(body) { this.#body = body; }

  #body;
  #key = '';
  #row = null;

  /** Makes a new element each time, because screen readers announce a new element but not a renamed one. @param {import('./view.js').View} view */
  show(view, id) {
    const { picture, active, selected } = view;
    const key = `${id} ${picture.describe(active.row, active.column)} ${selected?.row} ${selected?.column}`;
    if (key !== this.#key) {
      this.#key = key;
      this.#row?.remove();
      this.#row = this.#build(view, id);
      this.#body.append(this.#row);
    }
    const { x, y, width, height } = boxOf(view, active);
    Object.assign(this.#row.style, { transform: `translateY(${Math.max(0, y - origin(view).y)}px)`, height: `${height}px` });
    Object.assign(this.#row.firstChild.style, { left: `${x + view.scroll.x}px`, width: `${width}px` });
  }

  clear() {
    this.#row?.remove();
    this.#row = null;
    this.#key = '';
  }

  #build({ picture, active, selected, headRows }, id) {
    const { row, column } = active;
    const line = element('div', 'hg-row hg-spoken', { role: 'row', 'aria-rowindex': String(row + 1 + headRows) });
    const role = row === HEADER ? 'columnheader' : column === HEADER ? 'rowheader' : 'gridcell';
    const cell = element('div', 'hg-spoken-cell', { role, 'aria-colindex': String(column + 2), 'aria-label': picture.describe(row, column) });
    cell.id = id;
    if (row !== HEADER) {
      const { id: rowId, level, isParent, expanded } = picture.axes.rows[row];
      line.setAttribute('aria-level', String(level));
      cell.dataset.row = rowId;
      if (isParent) {
        line.setAttribute('aria-expanded', String(expanded === true));
      }
    }
    if (column !== HEADER) {
      cell.dataset.column = picture.axes.columnId(column);
    }
    if (row !== HEADER && column !== HEADER) {
      cell.setAttribute('aria-selected', String(selected?.row === row && selected.column === column));
    }
    line.append(cell);
    return line;
  }
}
