/**
 * Draws a view: readable cells as elements, and small or very many ones on the canvas.
 */
import { ColumnHead } from './column-head.js';
import { Detail } from './detail.js';
import { Overview } from './overview.js';
import { SpokenCell } from './spoken-cell.js';

export const FLASH = 150;
const CELL_PADDING = 1;

export class Screen {
  /** @param {ReturnType<typeof import('./frame.js').buildFrame>} frame @param {import('./tokens.js').Tokens} tokens @param {string} prefix of ids */
  constructor(frame, tokens, prefix) {
    this.#frame = frame;
    this.#tokens = tokens;
    this.#idOf = (row, column) => `${prefix}-${row}-${column}`;
    this.#columnHead = new ColumnHead(frame.head);
    this.#detail = new Detail(frame.body);
    this.#spoken = new SpokenCell(frame.body);
    this.#overview = new Overview(frame.canvas, tokens);
  }

  #frame;
  #tokens;
  #idOf;
  #columnHead;
  #detail;
  #spoken;
  #overview;

  /**
   * @param {import('./view.js').View} view @param {Set<number>} changed cells to highlight
   * @param {boolean} moving whether the map is being scrolled or zoomed: it is only painted then, and the elements follow at rest
   */
  draw(view, changed, moving) {
    const { picture, geometry } = view;
    const painted = moving || !geometry.asElements;
    picture.fitNumbers(text => this.#tokens.textWidth(text, this.#tokens.text(geometry.textStep)) + 2 * CELL_PADDING <= geometry.cellWidth);
    this.#frame.canvas.classList.toggle('hg-painted', painted);
    this.#frame.root.dataset.palette = picture.scale.palette;
    this.#frame.root.classList.toggle('hg-keyboard', view.keyboard);
    if (painted) {
      this.#overview.paint(view, this.#tokens.still ? [] : changed);
    }
    if (!moving) {
      this.#elements(view);
      this.#describe(view);
      this.#flash(changed, geometry.columnCount);
    }
  }

  #elements(view) {
    const { geometry: { asElements }, active } = view;
    this.#frame.root.dataset.mode = asElements ? 'detail' : 'overview';
    if (asElements) {
      this.#spoken.clear();
      this.#columnHead.show(view, this.#idOf);
      this.#detail.show(view, this.#idOf);
    } else {
      this.#columnHead.clear();
      this.#detail.clear();
      this.#spoken.show(view, this.#idOf(active.row, active.column));
    }
  }

  #describe({ picture: { axes, scale }, active, headRows }) {
    const attributes = {
      'aria-label': [scale.name, axes.corner].filter(Boolean).join(': '),
      'aria-rowcount': String(axes.rows.length + headRows),
      'aria-colcount': String(axes.columns.length + 1),
      'aria-activedescendant': this.#idOf(active.row, active.column),
    };
    for (const [name, value] of Object.entries(attributes)) {
      if (this.#frame.grid.getAttribute(name) !== value) {
        this.#frame.grid.setAttribute(name, value);
      }
    }
  }

  #flash(changed, columnCount) {
    if (this.#tokens.still) {
      return;
    }
    for (const index of changed) {
      this.#detail.cell(Math.floor(index / columnCount), index % columnCount)
        ?.animate([{ boxShadow: 'inset 0 0 0 2px var(--ink)' }, { boxShadow: 'inset 0 0 0 2px transparent' }], FLASH);
    }
  }
}
