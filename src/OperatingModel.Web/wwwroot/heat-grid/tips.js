/**
 * Shows a tip about the place under the pointer or the focus: at once what is known, a moment later what the server adds.
 */
import { HEADER } from './axes.js';
import { HoverLines } from './hover.js';
import { FACE_BLANK } from './scale.js';
import { Tooltip } from './tooltip.js';
import { boxOf } from './view.js';

export class Tips {
  /**
   * @param {ReturnType<typeof import('./frame.js').buildFrame>} frame
   * @param {(row: string|null, column: string|null) => Promise<{lines: string[]}|null>} ask
   */
  constructor({ root, tip, live }, ask) {
    this.#tooltip = new Tooltip(tip, root);
    this.#live = live;
    this.#lines = new HoverLines(ask, lines => {
      this.#tooltip.add(lines);
      if (this.#aloud) {
        this.#live.textContent = lines.join('. ');
      }
    });
  }

  #tooltip;
  #live;
  #lines;
  #aloud = false;
  /** Whether a tip about a place is open. */
  #isOpen = false;

  get isOpen() { return this.#isOpen; }

  /** @param {import('./view.js').View} view @param {import('./keys.js').Spot} spot */
  show(view, spot) {
    const { picture: { axes }, keyboard } = view;
    this.#aloud = keyboard;
    this.#live.textContent = '';
    if (saysNothingNew(view, spot)) {
      this.hide();
      return;
    }
    this.#isOpen = true;
    this.#tooltip.show(tipAt(view.picture, spot), boxOf(view, spot));
    if (isCell(spot)) {
      this.#lines.at(axes.rowId(spot.row), axes.columnId(spot.column));
    } else {
      this.#lines.leave();
    }
  }

  /** Shows the whole name of a group. @param {import('./view.js').View} view @param {import('./axes.js').Span} span @param {{x: number}} point */
  showGroup({ geometry }, { label }, { x }) {
    this.#lines.leave();
    this.#tooltip.show({ title: label }, { x, y: 0, width: 0, height: geometry.groupHeight });
  }

  /**
   * Shows at the cell, and announces, why a key was not taken.
   * @param {import('./view.js').View} view @param {import('./keys.js').Spot} spot @param {string} why
   */
  refuse(view, spot, why) {
    this.#lines.leave();
    this.#tooltip.show({ title: why, isRefusal: true }, boxOf(view, spot));
    // A screen reader repeats the same words only if the text differs.
    this.#live.textContent = this.#live.textContent === why ? `${why}\u00a0` : why;
  }

  hide() {
    this.#isOpen = false;
    this.#tooltip.hide();
    this.#lines.leave();
  }

  /** Drops the server's answers, because the numbers changed. */
  forget() { this.#lines.forget(); }
}

const isCell = ({ row, column }) => row !== HEADER && column !== HEADER;

/** Whether a tip would add nothing: for an empty cell, or a row whose header shows its full name. */
function saysNothingNew({ picture, geometry }, spot) {
  if (isCell(spot)) {
    return picture.face(spot.row, spot.column) === FACE_BLANK && !picture.reading(spot.row, spot.column).value;
  }
  return spot.row !== HEADER && geometry.readable && geometry.text.rows[spot.row] <= geometry.headWidth && !picture.axes.rows[spot.row].note;
}

function tipAt(picture, { row, column }) {
  const { rows, columns, spans } = picture.axes;
  if (column === HEADER) {
    return { title: picture.rowTitle(row), note: rows[row].note };
  }
  if (row === HEADER) {
    const group = spans.find(({ first, end }) => column >= first && column < end);
    const { code } = columns[column];
    return { title: picture.columnTitle(column), subtitle: [code, group?.label].filter(Boolean).join(' · '), note: columns[column].note };
  }
  return { title: picture.rowTitle(row), subtitle: picture.columnTitle(column), reading: picture.reading(row, column) };
}
