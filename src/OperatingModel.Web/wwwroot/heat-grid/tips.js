/**
 * What is told about the place under the pointer or the focus: at once what is known, a moment later what the server adds.
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

  /** @param {import('./view.js').View} view @param {import('./keys.js').Spot} spot */
  show(view, spot) {
    const { picture, keyboard } = view;
    const isCell = spot.row !== HEADER && spot.column !== HEADER;
    const plain = spot.column === HEADER && isWholeInHeader(view, spot.row);
    this.#aloud = keyboard;
    this.#live.textContent = '';
    if (plain) {
      this.hide();
      return;
    }
    this.#tooltip.show(tipAt(picture, spot), boxOf(view, spot));
    if (isCell && picture.face(spot.row, spot.column) !== FACE_BLANK) {
      this.#lines.at(picture.axes.rowId(spot.row), picture.axes.columnId(spot.column));
    } else {
      this.#lines.leave();
    }
  }

  hide() {
    this.#tooltip.hide();
    this.#lines.leave();
  }

  /** The numbers changed. */
  forget() { this.#lines.forget(); }
}

function isWholeInHeader({ picture, geometry }, row) {
  return row !== HEADER && geometry.asElements && geometry.text.rows[row] <= geometry.headWidth && !picture.axes.rows[row].note;
}

function tipAt(picture, { row, column }) {
  const { rows, columns, spans } = picture.axes;
  if (column === HEADER) {
    return { title: picture.rowTitle(row), note: rows[row].note };
  }
  if (row === HEADER) {
    const group = spans.find(({ first, end }) => column >= first && column < end);
    const { code } = columns[column];
    return { title: picture.columnTitle(column), subtitle: [code, group?.label].filter(Boolean).join(' · ') };
  }
  return { title: picture.rowTitle(row), subtitle: picture.columnTitle(column), reading: picture.reading(row, column) };
}
