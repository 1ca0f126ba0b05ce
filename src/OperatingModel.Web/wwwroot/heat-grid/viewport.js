/**
 * Keeps the zoom and the scroll position of the map.
 */
import { HEADER } from './axes.js';
import { clampScroll, clampZoom, edge, keptScroll, measure, onPaper, revealed, zoomedScroll } from './geometry.js';

/** The share of the view per drawing beyond which the map moves too fast to read. */
const LEAP = 0.2;

export class Viewport {
  /** @type {import('./geometry.js').Geometry|null} null until there is content and room for it */
  geometry = null;
  scroll = { x: 0, y: 0 };

  /** @param {ReturnType<typeof import('./frame.js').buildFrame>} frame @param {AbortSignal} signal @param {(scrolled: boolean) => void} changed */
  constructor({ root, grid, plane }, zoom, signal, changed) {
    this.zoom = clampZoom(zoom);
    this.#root = root;
    this.#grid = grid;
    this.#plane = plane;
    this.#size = { width: grid.clientWidth, height: grid.clientHeight };
    const resize = new ResizeObserver(() => {
      if (this.#screen) {
        return;
      }
      this.#size = { width: grid.clientWidth, height: grid.clientHeight };
      this.#measure();
      changed(false);
    });
    resize.observe(grid);
    signal.addEventListener('abort', () => resize.disconnect());
    grid.addEventListener('scroll', () => this.#scrolled() && changed(true), { signal, passive: true });
  }

  #root;
  #grid;
  #plane;
  #size;
  #content = null;
  /** The height that the content keeps although it has become shorter, so that nothing jumps; 0: its own height. */
  #keptHeight = 0;
  /** The layout on the screen, kept while the map is laid out for paper. */
  #screen = null;
  #written = true;
  #drawn = this.scroll;

  /** @param {{rowCount: number, columnCount: number, grouped: boolean, rowHeight: number, text: object}} content */
  hold(content) {
    this.#content = content;
    this.#keptHeight = 0;
    this.#measure();
  }

  /** @param {{x: number, y: number}} [point] stays where it is; the middle without one. @returns {boolean} whether anything changed */
  zoomTo(zoom, point) {
    const wanted = clampZoom(zoom), before = this.geometry;
    if (wanted === this.zoom) {
      return false;
    }
    this.zoom = wanted;
    this.#keptHeight = 0;
    const scroll = this.scroll;
    this.#measure();
    if (before) {
      const { headWidth, headHeight, viewWidth, viewHeight } = before;
      const middle = { x: headWidth + viewWidth / 2, y: headHeight + viewHeight / 2 };
      this.scroll = zoomedScroll(before, this.geometry, scroll, point ?? middle);
    }
    return true;
  }

  /** Lays the whole map out for a sheet of paper, until it is back on the screen. */
  toPaper() {
    if (!this.geometry || this.#screen) {
      return;
    }
    this.#screen = { size: this.#size, zoom: this.zoom, scroll: this.scroll };
    const { scale, zoom, width, height } = onPaper({ ...this.#size, ...this.#content, zoom: 1, grain: devicePixelRatio });
    Object.assign(this.#root.style, { width: `${width}px`, height: `${height}px`, zoom: String(scale) });
    this.#size = { width, height };
    this.zoom = zoom;
    this.#measure();
  }

  toScreen() {
    if (!this.#screen) {
      return;
    }
    const { size, zoom, scroll } = this.#screen;
    Object.assign(this.#root.style, { width: '', height: '', zoom: '' });
    this.#size = size;
    this.zoom = zoom;
    this.#measure();
    this.scrollTo(scroll);
    this.#screen = null;
  }

  /** Returns the offset of a row and a column from the headers. */
  offsetOf({ row, column }) {
    const { cellWidth, cellHeight, grain } = this.geometry;
    return { x: edge(column, cellWidth, grain) - this.scroll.x, y: edge(row, cellHeight, grain) - this.scroll.y };
  }

  /** Returns the first row and column in view. */
  first() {
    const { cellWidth, cellHeight } = this.geometry;
    return { row: Math.ceil(this.scroll.y / cellHeight), column: Math.ceil(this.scroll.x / cellWidth) };
  }

  /** Scrolls so that the anchor stays in place. @param {import('./anchor.js').Anchor} anchor @param {{x: number, y: number}} offset */
  keep({ after, toggled }, offset) {
    const now = this.offsetOf(after);
    this.scrollTo({
      x: after.column === HEADER ? this.scroll.x : this.scroll.x + now.x - offset.x,
      y: after.row === HEADER ? this.scroll.y : this.scroll.y + now.y - offset.y,
    });
    if (toggled) {
      const { y, contentHeight } = keptScroll(this.geometry, after.row, offset.y);
      this.scroll = { x: this.scroll.x, y };
      this.#keptHeight = contentHeight;
    }
  }

  scrollTo(scroll) {
    this.scroll = clampScroll(this.geometry, scroll);
    this.#written = false;
  }

  /** Scrolls just far enough to bring the whole cell into view. @param {import('./keys.js').Spot} spot */
  reveal({ row, column }) {
    const { cellWidth, cellHeight, grain, viewWidth, viewHeight } = this.geometry;
    const see = (index, size, scroll, view) =>
      index < 0 ? scroll : revealed(scroll, view, edge(index, size, grain), edge(index + 1, size, grain));
    this.scrollTo({
      x: see(column, cellWidth, this.scroll.x, viewWidth),
      y: see(row, cellHeight, this.scroll.y, viewHeight),
    });
  }

  /** Whether the map has scrolled so far since the last drawing that most elements would have to change. */
  leapt() {
    const { viewWidth, viewHeight } = this.geometry;
    return Math.abs(this.scroll.x - this.#drawn.x) > viewWidth * LEAP || Math.abs(this.scroll.y - this.#drawn.y) > viewHeight * LEAP;
  }

  /** Writes sizes and scroll position to the page. */
  write() {
    this.#drawn = this.scroll;
    if (this.#written || !this.geometry) {
      return;
    }
    this.#written = true;
    const { headWidth, headHeight, groupHeight, bodyWidth, bodyHeight } = this.geometry;
    const height = Math.max(bodyHeight, this.#keptHeight);
    this.#root.style.setProperty('--hg-head', `${headWidth}px`);
    this.#root.style.setProperty('--hg-head-height', `${headHeight}px`);
    this.#root.style.setProperty('--hg-group-height', `${groupHeight}px`);
    this.#plane.style.width = `${headWidth + bodyWidth}px`;
    this.#plane.style.height = `${headHeight + height}px`;
    this.#grid.scrollTo({ left: this.scroll.x, top: this.scroll.y, behavior: 'instant' });
  }

  #measure() {
    if (!this.#content || this.#size.width === 0 || this.#size.height === 0) {
      return;
    }
    this.geometry = measure({ ...this.#size, ...this.#content, zoom: this.zoom, grain: devicePixelRatio });
    this.scroll = this.#keptHeight > 0 ? this.scroll : clampScroll(this.geometry, this.scroll);
    this.#written = false;
  }

  /** Takes the scroll position of the browser, which keeps only whole pixels; we keep the fraction. @returns {boolean} whether the user scrolled */
  #scrolled() {
    const x = Math.max(0, this.#grid.scrollLeft), y = Math.max(0, this.#grid.scrollTop);
    const moved = { x: Math.abs(x - this.scroll.x) >= 1, y: Math.abs(y - this.scroll.y) >= 1 };
    if (!this.geometry || !this.#written || !moved.x && !moved.y) {
      return false;
    }
    this.scroll = { x: moved.x ? x : this.scroll.x, y: moved.y ? y : this.scroll.y };
    if (this.#keptHeight > 0) {
      this.#keptHeight = Math.min(this.#keptHeight, y + this.geometry.viewHeight);
      this.#plane.style.height = `${this.geometry.headHeight + Math.max(this.geometry.bodyHeight, this.#keptHeight)}px`;
    }
    return true;
  }
}
