/**
 * Where the user is - pointer, focus, selection - and what he does there.
 */
import { HEADER } from './axes.js';
import { listen } from './gestures.js';
import { keyAction } from './keys.js';
import { isChevron, sameSpot, spanAt, spotAt } from './view.js';

const ZOOM_REST = 250;

/** @typedef {import('./keys.js').Spot} Spot */

export class Interaction {
  /** @type {Spot} where the keyboard is */
  active = { row: 0, column: 0 };
  /** The focus is here and was moved by keys. */
  keyboard = false;
  /** @type {{row: string|null, column: string|null}|null} by id, so that it outlives rows that come and go */
  selected = null;
  /** @type {Spot|null} */
  hover = null;
  /** @type {string|null} a row whose folding or unfolding has been asked for */
  toggled = null;

  /**
   * @param {HTMLElement} grid @param {AbortSignal} signal
   * @param {{ready: () => boolean, view: () => import('./view.js').View, redraw: () => void, move: () => void}} scene
   * @param {import('./viewport.js').Viewport} viewport @param {import('./tips.js').Tips} tips
   * @param {import('./heat-grid.js').Listener} listener
   */
  constructor(grid, signal, scene, viewport, tips, listener) {
    this.#grid = grid;
    this.#scene = scene;
    this.#viewport = viewport;
    this.#tips = tips;
    this.#listener = listener;
    listen(grid, signal, {
      point: point => this.#point(point),
      leave: () => this.#leave(),
      press: point => this.#press(point),
      zoom: (point, factor) => this.#zoomAt(point, factor),
    });
    const on = (type, handler) => grid.addEventListener(type, event => { handler(event); scene.redraw(); }, { signal });
    on('keydown', event => this.#key(event));
    on('pointerdown', () => { this.keyboard = false; });
    on('focus', () => { this.keyboard = !grid.matches(':active'); });
    on('blur', () => { this.keyboard = false; this.#leave(); });
    signal.addEventListener('abort', () => clearTimeout(this.#zoomTimer));
  }

  #grid;
  #scene;
  #viewport;
  #tips;
  #listener;
  /** @type {{x: number, y: number}|null} */
  #pointer = null;
  /** @type {import('./axes.js').Span|undefined} the group under the pointer */
  #span;
  #zoomTimer = 0;

  focus() {
    this.#grid.focus({ preventScroll: true });
    this.keyboard = true;
  }

  /** The map moved under the pointer. */
  moved() {
    this.#tips.hide();
    this.hover = this.#pointer && this.#scene.ready() ? spotAt(this.#scene.view(), this.#pointer) : null;
  }

  /** Tells again what is known about the present place. */
  retell() {
    const spot = this.hover ?? (this.keyboard && document.activeElement === this.#grid ? this.active : null);
    if (spot && this.#scene.ready()) {
      this.#tips.show(this.#scene.view(), spot);
    }
  }

  #point(point) {
    this.#pointer = point;
    const view = this.#scene.ready() ? this.#scene.view() : null;
    const spot = view && spotAt(view, point);
    const span = view && !spot ? spanAt(view, point) : undefined;
    if (sameSpot(spot, this.hover) && span === this.#span) {
      return;
    }
    this.hover = spot;
    this.#span = span;
    if (spot) {
      this.#tips.show(view, spot);
    } else if (span) {
      this.#tips.showGroup(view, span, point);
    } else {
      this.#tips.hide();
    }
    this.#scene.redraw();
  }

  #leave() {
    this.#pointer = this.hover = null;
    this.#span = undefined;
    this.#tips.hide();
    this.#scene.redraw();
  }

  #press(point) {
    const view = this.#scene.ready() ? this.#scene.view() : null;
    const spot = view && spotAt(view, point);
    if (!spot) {
      return;
    }
    this.active = spot;
    if (isChevron(view, spot, point)) {
      this.#toggle();
    } else {
      this.#select();
    }
    this.#scene.redraw();
  }

  #key(event) {
    const action = this.#scene.ready() ? keyAction(event, this.#place()) : null;
    if (!action) {
      return;
    }
    this.keyboard = true;
    if (action.do === 'dismiss') {
      this.#tips.hide();
      return;
    }
    event.preventDefault();
    if (action.do === 'toggle') {
      this.#toggle();
    } else if (action.do === 'select') {
      this.#select();
    } else if (!sameSpot(action.to, this.active)) {
      this.active = action.to;
      this.hover = null;
      this.#viewport.reveal(this.active);
      this.#tips.show(this.#scene.view(), this.active);
    }
  }

  #place() {
    const { picture: { axes }, geometry } = this.#scene.view();
    const { row, column } = this.active;
    return {
      row, column, rowCount: geometry.rowCount, columnCount: geometry.columnCount,
      page: Math.max(1, Math.floor(geometry.viewHeight / geometry.cellHeight) - 1),
      isParent: axes.rows[row]?.isParent === true,
      expanded: axes.rows[row]?.expanded === true,
      parentRow: row === HEADER ? HEADER : axes.parentOf(row),
    };
  }

  #select() {
    const { axes } = this.#scene.view().picture;
    this.selected = { row: axes.rowId(this.active.row), column: axes.columnId(this.active.column) };
    this.#listener.select(this.selected.row, this.selected.column);
  }

  #toggle() {
    this.toggled = this.#scene.view().picture.axes.rowId(this.active.row);
    this.#tips.hide();
    this.#listener.toggle(this.toggled);
  }

  #zoomAt(point, factor) {
    if (!this.#viewport.zoomTo(this.#viewport.zoom * factor, point)) {
      return;
    }
    this.#pointer = point;
    this.moved();
    this.#scene.move();
    clearTimeout(this.#zoomTimer);
    this.#zoomTimer = setTimeout(() => this.#listener.zoom(this.#viewport.zoom), ZOOM_REST);
  }
}
