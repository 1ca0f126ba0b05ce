/**
 * One cell as an accessible element; it writes only changes to the page.
 */
import { isWithin } from './edit-keys.js';
import { edge } from './geometry.js';

/** @type {[bit: number, className: string][]} */
const LOOKS = [
  [8, 'hg-peak'], [16, 'hg-active'], [32, 'hg-selected'], [64, 'hg-first'], [128, 'hg-pointed'], [256, 'hg-away'],
  [512, 'hg-range'], [1024, 'hg-pending'],
  [2048, 'hg-partly-1'], [4096, 'hg-partly-2'], [8192, 'hg-partly-3'],
];
const [[PEAK], [ACTIVE], [SELECTED], [FIRST], [POINTED], [AWAY], [RANGE], [PENDING], ...PARTLY] = LOOKS;
const GUTTER = 1;

export class CellElement {
  constructor() {
    this.element = document.createElement('div');
    this.element.setAttribute('role', 'gridcell');
    this.#text = document.createTextNode('');
    this.element.append(this.#text);
  }

  #text;
  #picture = null;
  #row = -1;
  #column = -1;
  #content = -1;
  #look = -1;
  #typed;
  #width = Number.NaN;

  /** Gives the element to another column. */
  bind() { this.#picture = null; }

  /** @param {import('./view.js').View} view @param {boolean} away whether the cell is out of view and only kept because it has the focus */
  show(view, row, column, away, idOf) {
    const { picture } = view;
    const index = picture.index(row, column);
    const content = picture.cells.values[index] << 8 | picture.cells.marks[index];
    const moved = row !== this.#row || column !== this.#column || picture.axes !== this.#picture?.axes;
    const face = picture.face(row, column);
    if (moved) {
      this.#move(picture.axes, row, column, idOf);
    }
    const typed = picture.typed(row, column);
    if (moved || content !== this.#content || picture !== this.#picture || typed !== this.#typed) {
      this.#typed = typed;
      this.#content = content;
      this.#picture = picture;
      this.element.setAttribute('aria-label', picture.describe(row, column));
    }
    const text = picture.text(row, column, face);
    if (text !== this.#text.data) {
      this.#text.data = text;
    }
    this.#widen(view.geometry, column);
    this.#dress(view, face, row, column, away);
  }

  #move(axes, row, column, idOf) {
    this.#row = row;
    this.#column = column;
    this.element.id = idOf(row, column);
    this.element.setAttribute('aria-colindex', String(column + 2));
    this.element.dataset.row = axes.rowId(row);
    this.element.dataset.column = axes.columnId(column);
  }

  #dress({ picture, active, selected, hover, range }, face, row, column, away) {
    const isAt = spot => spot?.row === row && spot.column === column;
    const look = face
      | (picture.isPeak(row, column) ? PEAK : 0)
      | (isAt(active) ? ACTIVE : 0)
      | (isAt(selected) ? SELECTED : 0)
      | (picture.axes.beginsGroup(column) ? FIRST : 0)
      | (isAt(hover) ? POINTED : 0)
      | (away ? AWAY : 0)
      | (isWithin(range, row, column) ? RANGE : 0)
      | (PARTLY[picture.unknownQuarters(row, column) - 1]?.[0] ?? 0)
      | (this.#typed === undefined ? 0 : PENDING);
    if (look !== this.#look) {
      this.#look = look;
      this.element.className = ['hg-cell', `hg-face-${face}`, ...LOOKS.filter(([bit]) => look & bit).map(([, name]) => name)].join(' ');
      this.element.setAttribute('aria-selected', String(isAt(selected) || isWithin(range, row, column)));
    }
  }

  #widen({ cellWidth, grain }, column) {
    const width = edge(column + 1, cellWidth, grain) - edge(column, cellWidth, grain) - GUTTER;
    if (width !== this.#width) {
      this.#width = width;
      this.element.style.width = `${width}px`;
    }
  }
}
