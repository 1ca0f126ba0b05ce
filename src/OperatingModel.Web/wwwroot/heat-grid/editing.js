/**
 * Edits cells of the grid: it draws an entry at once and sends it to the page, which answers with a patch.
 */
import { HEADER } from './axes.js';
import { CLEAR, CYCLE, asTable, cellsOf, editAction, onwardFrom, rangeOf } from './edit-keys.js';
import { FACE_NOT_APPLICABLE } from './scale.js';

/** The text that stands for a cell that does not apply when it is copied; a paste understands it. */
const NOT_APPLICABLE = 'n/a';

/** Milliseconds to wait for a patch; after that, the entry counts as one that changed nothing. */
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

  /** @type {import('./edit-keys.js').EditRules|null} null: the cells cannot be edited */
  rules = null;
  #listener;
  #redraw;
  /** @type {{entry: string, range: Range, view: View, forget: () => void}|null} an entry that is not complete */
  #typed = null;
  /** @type {Set<{entry: string, range: Range, axes: object, drawn: (row: number, column: number) => string}>} not answered yet */
  #asked = new Set();
  /** The message that says why the last key was not taken; empty when it was. */
  #refusal = '';

  /** @param {View} view */
  mayEdit({ picture }) {
    return (row, column) => !picture.axes.rows[row].fixed && picture.face(row, column) !== FACE_NOT_APPLICABLE;
  }

  /** Returns the message that says why the last key was not taken, and forgets it; empty when the key was taken. */
  takeRefusal() {
    const refusal = this.#refusal;
    this.#refusal = '';
    return refusal;
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
    if (action.do === 'refuse') {
      this.#refusal = `“${action.key}” is not taken. ${this.rules.taken ?? ''}`.trim();
      return spot;
    }
    this.#drop();
    switch (action.do) {
      case 'type': this.#begin(view, cells, action); return spot;
      case 'alone': return this.#send(view, cells, action.entry, () => action.drawn, this.#isFree(view)) && !range
        ? onwardFrom(spot, this.rules, view.geometry, this.mayEdit(view)) : spot;
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

  /** Handles a focus that goes elsewhere: the keys typed so far are the entry. */
  leave() {
    if (this.#typed) {
      const { view, range, entry, forget } = this.#typed;
      this.#typed = null;
      forget();
      this.#send(view, range, entry, () => entry);
    }
  }

  /** Pastes at a range; on a header, from the first cell of its row or column on. @param {View} view @param {Range} range @param {string} text */
  paste(view, { top, left, bottom, right }, text) {
    if (!this.rules || text === '') {
      return false;
    }
    const { axes } = view.picture;
    const at = (row, column) => ({ row: axes.rowId(Math.max(0, row)), column: axes.columnId(Math.max(0, column)) });
    this.#listener.paste(at(top, left), at(bottom, right), text);
    return true;
  }

  /**
   * Sends again the entries that the page did not answer; the same entry twice equals the entry once. A step to the next value does not, so
   * it is dropped and the cell shows the stored value again.
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
    const { rows } = picture.axes;
    return asTable(range, (row, column) => {
      const face = picture.face(row, column);
      return rows[row].fixed ? '' : face === FACE_NOT_APPLICABLE ? NOT_APPLICABLE : picture.text(row, column, face);
    });
  }

  #cycle(view, range) {
    const { picture } = view;
    return this.#send(view, range, CYCLE, (row, column) => this.rules.cycle[picture.text(row, column, picture.face(row, column))] ?? '');
  }

  #begin(view, range, { entry, drawn }) {
    const cells = cellsOf(range, this.mayEdit(view));
    if (cells.length === 0) {
      this.#refuse(view, range);
    } else {
      this.#typed = { entry, range, view, forget: view.picture.pend(cells, () => `${drawn}…`) };
      this.#redraw();
    }
  }

  #drop() {
    this.#typed?.forget();
    this.#typed = null;
    this.#redraw();
  }

  #isFree({ picture }) { return row => !picture.axes.rows[row].fixed; }

  #refuse(view, { top, bottom }) {
    const isFree = this.#isFree(view);
    const areFixed = Array.from({ length: bottom - top + 1 }, (_, i) => top + i).every(row => !isFree(row));
    this.#refusal = (areFixed ? this.rules.onFixed : this.rules.onAbsent) ?? '';
  }

  #send(view, range, entry, drawn, mayEdit = this.mayEdit(view)) {
    const { picture } = view;
    const cells = cellsOf(range, mayEdit);
    if (cells.length === 0) {
      this.#refuse(view, range);
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
    const from = { row: axes.rowId(first.row), column: axes.columnId(left) }, to = { row: axes.rowId(last.row), column: axes.columnId(right) };
    this.#listener.edit(entry, from, to)
      .then(answered, () => answered(false));
    this.#redraw();
    return true;
  }
}
