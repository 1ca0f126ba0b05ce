/**
 * The heat map as one instrument: it takes pictures, keeps the scroll position between them, and draws at most once per frame.
 */
import { anchorBetween, followed, within } from './anchor.js';
import { Axes, HEADER } from './axes.js';
import { buildFrame } from './frame.js';
import { fittingZoom } from './geometry.js';
import { Interaction } from './interaction.js';
import { applyPatch, decodeCells, decodePatch } from './payload.js';
import { Picture } from './picture.js';
import { Scale } from './scale.js';
import { FLASH, Screen } from './screen.js';
import { textSizes } from './text-sizes.js';
import { Tips } from './tips.js';
import { Tokens } from './tokens.js';
import { Viewport } from './viewport.js';

const REST = 120;
let instruments = 0;

export class Instrument {
  /** @param {HTMLElement} host @param {import('./heat-grid.js').Listener} listener @param {import('./heat-grid.js').Options} options */
  constructor(host, listener, options) {
    const { signal } = this.#life;
    const frame = buildFrame(host);
    this.#root = frame.root;
    this.#options = options;
    this.#tokens = new Tokens(frame.root, signal, () => this.#restyle());
    this.#viewport = new Viewport(frame, options.zoom ?? 1, signal, scrolled => this.#moved(scrolled));
    this.#screen = new Screen(frame, this.#tokens, `hg${++instruments}`);
    this.#tips = new Tips(frame, (row, column) => listener.hover(row, column));
    addEventListener('beforeprint', () => this.#print(true), { signal });
    addEventListener('afterprint', () => this.#print(false), { signal });
    const scene = { ready: () => this.#ready(), view: () => this.#view(), redraw: () => this.#redraw(), move: () => this.#move() };
    this.#user = new Interaction(frame.grid, signal, scene, this.#viewport, this.#tips, listener);
  }

  #life = new AbortController();
  #root;
  #options;
  #tokens;
  #viewport;
  #screen;
  #tips;
  #user;

  /** @type {Axes|null} */
  #nextAxes = null;
  /** @type {Scale|null} */
  #nextScale = null;
  /** @type {Picture|null} */
  #picture = null;
  /** @type {Set<number>} cells that the next drawing highlights */
  #changed = new Set();
  #moving = false;
  #request = 0;
  #rest = 0;
  #calm = 0;

  setAxes(axes) { this.#nextAxes = new Axes(axes); }

  setScale(scale) { this.#nextScale = new Scale(scale, this.#options.locale); }

  /** Shows cells on the latest axes and scale; on an error everything stays as it was. @param {Uint8Array} bytes */
  setCells(bytes) {
    const axes = this.#nextAxes ?? this.#picture?.axes, scale = this.#nextScale ?? this.#picture?.scale;
    if (!axes || !scale) {
      throw new Error('Axes and scale come before the cells.');
    }
    const picture = new Picture(axes, scale, decodeCells(bytes));
    const old = this.#picture?.axes, widest = this.#picture?.scale.widest ?? '';
    this.#picture = picture;
    this.#nextAxes = this.#nextScale = null;
    this.#changed.clear();
    if (axes !== old) {
      this.#adopt(old);
    } else if (scale.widest !== widest) {
      this.#hold();
    }
    this.#renew();
  }

  /** @param {Uint8Array} bytes */
  patchCells(bytes) {
    if (!this.#picture) {
      throw new Error('Cells come before a patch.');
    }
    const changes = decodePatch(bytes, this.#picture.cells);
    applyPatch(this.#picture.cells, changes);
    for (const { index } of changes) {
      this.#picture.pending.delete(index);
      this.#changed.add(index);
    }
    this.#renew();
  }

  /** @param {import('./edit-keys.js').EditRules|null} rules */
  setEditing(rules) {
    this.#user.edit(rules);
    this.#root.classList.toggle('hg-editing', rules !== null);
    this.#redraw();
  }

  /** @param {string|null} row @param {string|null} column */
  select(row, column) {
    this.#user.selected = row === null && column === null ? null : { row, column };
    this.#redraw();
  }

  /** Sends the entries again whose answer got lost with the connection. */
  resend() {
    if (this.#ready()) {
      this.#user.resend();
    }
  }

  /** @returns {number} the resulting zoom */
  setZoom(zoom) {
    if (this.#viewport.zoomTo(zoom)) {
      this.#user.moved();
      this.#move();
    }
    return this.#viewport.zoom;
  }

  /** Zooms out until all columns are in view. @returns {number} the zoom */
  fit() {
    return this.setZoom(this.#viewport.geometry ? fittingZoom(this.#viewport.geometry) : this.#viewport.zoom);
  }

  focus() {
    this.#user.focus();
    this.#redraw();
  }

  /** @param {string|null} row @param {string|null} column */
  scrollTo(row, column) {
    const spot = this.#ready() ? this.#spotOf({ row, column }) : null;
    if (spot) {
      this.#viewport.reveal(spot);
      this.#redraw();
    }
  }

  dispose() {
    this.#life.abort();
    cancelAnimationFrame(this.#request);
    clearTimeout(this.#calm);
    clearTimeout(this.#rest);
    this.#tips.hide();
    this.#root.remove();
  }

  /** @param {Axes|undefined} old */
  #adopt(old) {
    const { axes } = this.#picture;
    const viewport = this.#viewport;
    const anchor = old && viewport.geometry ? anchorBetween(old, axes, viewport.first(), viewport.scroll, this.#user.toggled) : null;
    const offset = anchor && viewport.offsetOf(anchor.before);
    this.#user.active = old ? followed(old, axes, this.#user.active) : within(axes, this.#user.active);
    this.#user.toggled = null;
    this.#user.reach = null;
    this.#hold();
    if (anchor) {
      viewport.keep(anchor, offset);
    }
    this.#user.moved();
  }

  #hold() {
    const { axes } = this.#picture;
    this.#viewport.hold({
      rowCount: axes.rows.length,
      columnCount: axes.columns.length,
      grouped: axes.spans.length > 0,
      rowHeight: this.#options.rowHeight ?? this.#tokens.rowHeight,
      text: textSizes(axes, this.#picture.scale, this.#tokens),
    });
  }

  /** Draws anew after the colours, fonts or density changed. */
  #restyle() {
    if (this.#picture) {
      this.#hold();
      this.#redraw();
    }
  }

  /** Draws the whole map in light colours for paper; the browser prints it as soon as this returns. */
  #print(onPaper) {
    if (!this.#ready()) {
      return;
    }
    this.#root.classList.toggle('hg-paper', onPaper);
    this.#tokens.read();
    if (onPaper) {
      this.#viewport.toPaper();
    } else {
      this.#viewport.toScreen();
    }
    this.#draw();
  }

  /** Forgets what is known about the cells, because the numbers changed. */
  #renew() {
    this.#tips.forget();
    this.#user.renewTip();
    this.#redraw();
  }

  #moved(scrolled) {
    if (scrolled) {
      this.#user.moved();
    }
    if (scrolled && (this.#moving || this.#viewport.leapt())) {
      this.#move();
    } else {
      this.#redraw();
    }
  }

  /** Paints the map during fast motion, because painting is quick; at rest the cells are elements, which screen readers can read. */
  #move() {
    clearTimeout(this.#rest);
    this.#moving = true;
    this.#rest = setTimeout(() => {
      this.#moving = false;
      this.#redraw();
    }, REST);
    this.#redraw();
  }

  #ready() { return this.#picture !== null && this.#viewport.geometry !== null; }

  /** @returns {import('./keys.js').Spot|null} null when a row or column of that id is not on the axes */
  #spotOf({ row, column }) {
    const { axes } = this.#picture;
    const spot = { row: axes.rowIndex(row), column: axes.columnIndex(column) };
    return (row === null || spot.row !== HEADER) && (column === null || spot.column !== HEADER) ? spot : null;
  }

  /** @returns {import('./view.js').View} */
  #view() {
    const { geometry, scroll } = this.#viewport;
    const { active, keyboard, selected, hover, range } = this.#user;
    return {
      picture: this.#picture, geometry, scroll, active, keyboard, hover, range,
      pointed: hover ?? (keyboard ? active : null),
      headRows: this.#picture.axes.spans.length > 0 ? 2 : 1,
      selected: selected && this.#spotOf(selected),
    };
  }

  #redraw() {
    this.#request ||= requestAnimationFrame(() => {
      this.#request = 0;
      if (this.#ready()) {
        this.#draw();
      }
    });
  }

  #draw() {
    const changed = this.#changed;
    this.#changed = new Set();
    this.#viewport.write();
    this.#screen.draw(this.#view(), changed, this.#moving);
    if (changed.size > 0) {
      this.#calm = setTimeout(() => this.#redraw(), FLASH);
    }
  }
}
