/**
 * Keeps the pointer, the focus and the selection, and handles what the user does there.
 */
import { HEADER } from './axes.js';
import { rangeOf } from './edit-keys.js';
import { Editing } from './editing.js';
import { indexAt } from './geometry.js';
import { listen } from './gestures.js';
import { keyAction } from './keys.js';
import { isChevron, sameSpot, spanAt, spotAt } from './view.js';

const ZOOM_REST = 250, FOCUS_REST = 80;

/** @typedef {import('./keys.js').Spot} Spot */

export class Interaction {
  /** @type {Spot} the cell or header with the keyboard focus */
  active = { row: 0, column: 0 };
  /** Whether the focus is in the grid and was moved by keys. */
  keyboard = false;
  /** @type {{row: string|null, column: string|null}|null} by id, so that it outlives rows that come and go */
  selected = null;
  /** @type {Spot|null} */
  hover = null;
  /** @type {Spot|null} the other corner of the cells selected together */
  reach = null;
  /** @type {string|null} the row that the user folded or unfolded, until the new picture arrives */
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
    this.#editing = new Editing(listener, () => scene.redraw());
    listen(grid, signal, {
      point: point => this.#point(point),
      leave: () => this.#leave(),
      press: (point, extend) => this.#press(point, extend),
      grab: point => this.#grab(point),
      drag: point => this.#drag(point),
      open: point => this.#open(point),
      zoom: (point, factor) => this.#zoomAt(point, factor),
    });
    const on = (type, handler) => grid.addEventListener(type, event => { handler(event); scene.redraw(); }, { signal });
    on('keydown', event => this.#key(event));
    on('pointerdown', () => { this.keyboard = false; });
    on('focus', () => { this.keyboard = !grid.matches(':active'); });
    on('blur', () => { this.keyboard = false; this.#editing.leave(); this.#leave(); });
    on('paste', event => this.#paste(event));
    on('copy', event => this.#copy(event));
    signal.addEventListener('abort', () => { clearTimeout(this.#zoomTimer); clearTimeout(this.#focusTimer); });
  }

  #grid;
  #scene;
  #viewport;
  #tips;
  #listener;
  #editing;
  #focusTimer = 0;
  /** @type {{x: number, y: number}|null} */
  #pointer = null;
  /** @type {import('./axes.js').Span|undefined} the group under the pointer */
  #span;
  /** @type {Spot|null} where the button went down */
  #grabbed = null;
  #zoomTimer = 0;

  /** @returns {import('./edit-keys.js').Range|null} the cells selected together; null: only the focused one */
  get range() { return this.reach && this.#isCell(this.active) ? rangeOf(this.reach, this.active) : null; }

  /** @param {import('./edit-keys.js').EditRules|null} rules */
  edit(rules) {
    this.#editing.rules = rules;
    this.reach = null;
  }

  resend() { this.#editing.resend(this.#scene.view()); }

  focus() {
    this.#grid.focus({ preventScroll: true });
    this.keyboard = true;
  }

  /** Handles a map that moved under the pointer. */
  moved() {
    this.#tips.hide();
    this.hover = this.#pointer && this.#scene.ready() ? spotAt(this.#scene.view(), this.#pointer) : null;
  }

  /** Shows the tip about the present place anew, if one is open. */
  renewTip() {
    if (!this.#tips.isOpen) {
      return;
    }
    const spot = this.hover ?? (this.keyboard && !this.#editing.rules && document.activeElement === this.#grid ? this.active : null);
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

  #press(point, extend) {
    const view = this.#scene.ready() ? this.#scene.view() : null;
    const spot = view && spotAt(view, point);
    if (!spot) {
      return;
    }
    this.#goTo(spot, extend);
    if (isChevron(view, spot, point)) {
      this.#toggle();
    } else if (!this.reach && this.#editing.press(view, spot)) {
      this.renewTip();
    } else if (!this.reach && !this.#isTypedInto(spot)) {
      this.#select();
    }
    this.#showRefusal();
    this.#scene.redraw();
  }

  #grab(point) {
    const spot = this.#scene.ready() ? spotAt(this.#scene.view(), point) : null;
    this.#grabbed = spot && this.#isTypedInto(spot) ? spot : null;
    if (this.#grabbed) {
      this.reach = null;
      this.#scene.redraw();
    }
  }

  /** Selects the cells between the press and the pointer, as in a spreadsheet; it changes no cell. */
  #drag(point) {
    if (!this.#grabbed || !this.#scene.ready()) {
      return false;
    }
    const spot = this.#nearestCell(point);
    if (!this.reach && sameSpot(spot, this.#grabbed)) {
      return false;
    }
    if (!this.reach || !sameSpot(spot, this.active)) {
      this.#editing.leave();
      this.reach = this.#grabbed;
      this.active = spot;
      this.hover = this.#pointer = null;
      this.#tips.hide();
      this.#announceFocus();
      this.#viewport.reveal(spot);
      this.#scene.redraw();
    }
    return true;
  }

  /** Returns the cell under a point; for a point beyond the cells, the one at the edge. @returns {Spot} */
  #nearestCell({ x, y }) {
    const { geometry, scroll } = this.#scene.view();
    const { headWidth, headHeight, width, height, rowCount, columnCount, cellWidth, cellHeight, grain } = geometry;
    const nearest = (offset, room, scrolled, size, count) =>
      Math.min(count - 1, indexAt(Math.max(0, Math.min(offset, room - 1)) + scrolled, size, grain));
    return {
      row: nearest(y - headHeight, height - headHeight, scroll.y, cellHeight, rowCount),
      column: nearest(x - headWidth, width - headWidth, scroll.x, cellWidth, columnCount),
    };
  }

  /** Shows at the cell, and announces, why a key was not taken. */
  #showRefusal() {
    const refusal = this.#editing.takeRefusal();
    if (refusal) {
      this.hover = null;
      this.#tips.refuse(this.#scene.view(), this.active, refusal);
    }
  }

  #open(point) {
    const spot = this.#scene.ready() ? spotAt(this.#scene.view(), point) : null;
    if (spot && this.#isTypedInto(spot)) {
      this.#select();
    }
  }

  /** Whether a click only moves the focus, as in a spreadsheet; a second click, or Enter, opens the cell. */
  #isTypedInto(spot) { return this.#editing.rules !== null && this.#isCell(spot); }

  #key(event) {
    const onward = this.#scene.ready() ? this.#editing.key(event, this.#scene.view(), this.active, this.range) : null;
    if (onward) {
      event.preventDefault();
      event.stopPropagation();
      this.keyboard = true;
      this.#arrive(onward);
      this.#showRefusal();
      return;
    }
    const action = this.#scene.ready() ? keyAction(event, this.#place()) : null;
    if (!action) {
      return;
    }
    this.keyboard = true;
    if (action.do === 'dismiss') {
      this.reach = null;
      this.#tips.hide();
      return;
    }
    event.preventDefault();
    if (action.do === 'toggle') {
      this.#toggle();
    } else if (action.do === 'select') {
      this.#select();
    } else if (!sameSpot(action.to, this.active)) {
      this.#goTo(action.to, event.shiftKey);
      this.#arrive(this.active);
    }
  }

  /** Moves the focus; with Shift, the cells from the focus on are selected together. */
  #goTo(spot, extend) {
    this.#editing.leave();
    const canExtend = extend && this.#editing.rules !== null && this.#isCell(spot) && this.#isCell(this.active);
    this.reach = canExtend ? this.reach ?? this.active : null;
    this.active = spot;
    this.#announceFocus();
  }

  #arrive(spot) {
    if (!sameSpot(spot, this.active)) {
      this.#goTo(spot, false);
    }
    this.hover = null;
    this.#viewport.reveal(this.active);
    if (this.#editing.rules) {
      // The tip would cover the cells that the user fills next.
      this.#tips.hide();
    } else {
      this.#tips.show(this.#scene.view(), this.active);
    }
  }

  #announceFocus() {
    if (this.#editing.rules) {
      clearTimeout(this.#focusTimer);
      this.#focusTimer = setTimeout(() => {
        if (this.#scene.ready()) {
          const { axes } = this.#scene.view().picture;
          this.#listener.focus(axes.rowId(this.active.row), axes.columnId(this.active.column));
        }
      }, FOCUS_REST);
    }
  }

  #paste(event) {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (this.#scene.ready() && this.#editing.paste(this.#scene.view(), this.range ?? rangeOf(this.active, this.active), text)) {
      this.#tips.hide();
      event.preventDefault();
    }
  }

  #copy(event) {
    if (this.#scene.ready() && this.#editing.rules && this.#isCell(this.active)) {
      event.clipboardData?.setData('text/plain', this.#editing.copy(this.#scene.view(), this.range ?? rangeOf(this.active, this.active)));
      event.preventDefault();
    }
  }

  #isCell({ row, column }) { return row !== HEADER && column !== HEADER; }

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
    // The drawer that opens says more, and the tip would cover the neighbours.
    this.#tips.hide();
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
