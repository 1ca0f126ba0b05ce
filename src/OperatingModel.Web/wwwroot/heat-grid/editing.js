/**
 * Typing into the grid: what was typed is drawn at once and told to the page; what the page makes of it comes back as a patch.
 */
import { HEADER } from './axes.js';
import { CLEAR, CYCLE, asTable, cellsOf, editAction, onwardFrom, rangeOf } from './edit-keys.js';
import { FACE_NOT_APPLICABLE } from './scale.js';

/** An answer whose patch never came is taken for one that changed nothing. */
const PATIENCE = 2000;

/** @typedef {import('./keys.js').Spot} Spot @typedef {import('./edit-keys.js').Range} Range @typedef {import('./view.js').View} View */

const sameAxes = (one, other) => one.rows.length === other.rows.length && one.columns.length === other.columns.length
  && one.rows.every((_, row) => one.rowId(row) === other.rowId(row))
  && one.columns.every((_, column) => one.columnId(column) === other.columnId(column));

export class Editing {
  /** @param {import('./heat-grid.js').Listener} listener @param {() => void} redraw */
  constructor(listener, redraw) {
    this.#listener = listener;
    this.#redraw = redraw;
  }

  /** @type {import('./edit-keys.js').EditRules|null} null: a map that is only looked at */
  rules = null;
  #listener;
  #redraw;
  /** @type {{entry: string, range: Range, view: View, forget: () => void}|null} an entry that is not complete */
  #typed = null;
  /** @type {Set<{entry: string, range: Range, axes: object, drawn: (row: number, column: number) => string}>} not answered yet */
  #asked = new Set();

  /** @param {View} view */
  mayEdit({ picture }) {
    return (row, column) => !picture.axes.rows[row].fixed && picture.face(row, column) !== FACE_NOT_APPLICABLE;
  }

  /**
   * @param {KeyboardEvent} event @param {View} view @param {Spot} spot the focus @param {Range|null} range
   * @returns {Spot|null} where the focus goes; null: the key is not ours
   */
  key(event, view, spot, range) {
    if (!this.rules || spot.row === HEADER || spot.column === HEADER) {
      return null;
    }
    const action = editAction(event, this.rules, this.#typed?.entry ?? '');
    const cells = range ?? rangeOf(spot, spot);
    if (!action) {
      return null;
    }
    this.#drop();
    switch (action.do) {
      case 'type': this.#begin(view, cells, action); return spot;
      case 'enter': return this.#send(view, cells, action.entry, () => action.drawn) && !range
        ? onwardFrom(spot, this.rules, view.geometry, this.mayEdit(view)) : spot;
      case 'clear': this.#send(view, cells, CLEAR, () => ''); return spot;
      case 'cycle': return this.#cycle(view, cells) ? spot : null;
      default: return spot;
    }
  }

  /** A click on a cell. @param {View} view @param {Spot} spot @returns {boolean} whether it was an edit */
  press(view, spot) {
    return Boolean(this.rules?.cycle) && spot.row !== HEADER && spot.column !== HEADER && this.#cycle(view, rangeOf(spot, spot));
  }

  /** The focus goes elsewhere: what was typed so far is the entry. */
  leave() {
    if (this.#typed) {
      const { view, range, entry, forget } = this.#typed;
      this.#typed = null;
      forget();
      this.#send(view, range, entry, () => entry);
    }
  }

  /** @param {View} view @param {Spot} spot @param {string} text from the clipboard */
  paste(view, spot, text) {
    if (!this.rules || spot.row === HEADER || spot.column === HEADER || text === '') {
      return false;
    }
    const { axes } = view.picture;
    this.#listener.paste(axes.rowId(spot.row), axes.columnId(spot.column), text);
    return true;
  }

  /**
   * Entries made while nobody heard them; the same entry twice is the same as once. A turn to the next value is not: the cell shows
   * again what is stored.
   * @param {View} view
   */
  resend(view) {
    const asked = [...this.#asked];
    this.#asked.clear();
    for (const { entry, range, axes, drawn } of asked) {
      if (entry !== CYCLE && sameAxes(axes, view.picture.axes)) {
        this.#send(view, range, entry, drawn);
      }
    }
  }

  /** @param {View} view @param {Range} range */
  copy(view, range) {
    const { picture } = view;
    return asTable(range, this.mayEdit(view), (row, column) => picture.text(row, column, picture.face(row, column)));
  }

  #cycle(view, range) {
    const { picture } = view;
    return this.#send(view, range, CYCLE, (row, column) => this.rules.cycle[picture.text(row, column, picture.face(row, column))] ?? '');
  }

  #begin(view, range, { entry, drawn }) {
    const cells = cellsOf(range, this.mayEdit(view));
    if (cells.length > 0) {
      this.#typed = { entry, range, view, forget: view.picture.pend(cells, () => `${drawn}…`) };
      this.#redraw();
    }
  }

  #drop() {
    this.#typed?.forget();
    this.#typed = null;
    this.#redraw();
  }

  #send(view, range, entry, drawn) {
    const { picture } = view;
    const cells = cellsOf(range, this.mayEdit(view));
    if (cells.length === 0) {
      return false;
    }
    const forget = picture.pend(cells, drawn);
    const { axes } = picture;
    const asked = { entry, range, axes, drawn };
    this.#asked.add(asked);
    const done = () => { forget(); this.#redraw(); };
    const answered = changed => {
      this.#asked.delete(asked);
      return changed ? setTimeout(done, PATIENCE) : done();
    };
    const first = cells[0], last = cells.at(-1);
    const right = Math.max(...cells.map(({ column }) => column)), left = Math.min(...cells.map(({ column }) => column));
    this.#listener.edit(entry, { row: axes.rowId(first.row), column: axes.columnId(left) }, { row: axes.rowId(last.row), column: axes.columnId(right) })
      .then(answered, () => answered(false));
    this.#redraw();
    return true;
  }
}
