/**
 * What an open drawer does, the same on every page: Back closes it, Tab leads from the grid into it, and when it is gone the focus is again
 * where it came from. A drawer that can be closed holds a <drawer-close> around its button.
 *
 * While a drawer is open, an entry of the history of its own stands for it; Back from there to the entry before is what closes it. Where a
 * link led to an open drawer, Back leads to where the link was.
 */
const STORED = 'om-drawers';
const GRIDS = '[role=grid], [role=treegrid], table[data-rows]';

export class Drawers {
  #window;
  #document;
  #navigation;
  /** @type {{close: HTMLElement, drawer: HTMLElement, page: HTMLElement}[]} */
  #open = [];
  /** @type {Set<string>} keys of the entries that stand for a drawer; they outlive a reload */
  #entries;
  /** The entry in which the user last did something. */
  #acted = null;
  /** The entry that was left last. */
  #left = null;
  /** Whether a step back is under way because a drawer was closed. */
  #isStepping = false;
  /** The last element outside of drawers that had the focus. */
  #from = null;

  /** @param {Window} window */
  constructor(window) {
    this.#window = window;
    this.#document = window.document;
    this.#navigation = window.navigation ?? null;
    this.#entries = new Set(JSON.parse(window.sessionStorage.getItem(STORED) ?? '[]'));
    const on = (target, type, handler) => target.addEventListener(type, handler, { capture: true });
    on(window, 'popstate', event => this.#arrive(event));
    on(this.#document, 'pointerdown', () => { this.#acted = this.#here?.key; });
    on(this.#document, 'keydown', event => { this.#acted = this.#here?.key; this.#enter(event); });
    on(this.#document, 'focusin', event => { if (this.#isOnPage(event.target)) this.#from = event.target; });
    this.#navigation?.addEventListener('currententrychange', event => { this.#left = event.from; });
  }

  /** The entry of the history that is shown; undefined in browsers that do not know it: there, Back leaves the page. */
  get #here() { return this.#navigation?.currentEntry; }

  /** A drawer is there. @param {HTMLElement} close what holds its close button @returns {() => void} to be called when it is gone */
  opened(close) {
    const one = { close, drawer: close.closest('.drawer'), page: close.closest('main') };
    this.#open.push(one);
    if (this.#here && this.#acted === this.#here.key && !this.#entries.has(this.#here.key) && !this.#isStepping) {
      this.#push();
    }
    // Where it covers the page, it is where one is.
    if (this.#acted && one.drawer && this.#window.getComputedStyle(one.drawer).position === 'fixed') {
      one.drawer.focus({ preventScroll: true });
    }
    return () => {
      this.#open = this.#open.filter(other => other !== one);
      // Another drawer may take its place in the same turn.
      queueMicrotask(() => this.#closed(one));
    };
  }

  #closed({ page }) {
    // The whole page is drawn anew, as after a pause: its drawer comes back.
    if (this.#open.length > 0 || !page?.isConnected) {
      return;
    }
    if (this.#here && this.#entries.has(this.#here.key) && !this.#isStepping) {
      this.#isStepping = true;
      this.#window.history.back();
    }
    const focused = this.#document.activeElement;
    if (!focused || focused === this.#document.body) {
      const first = page.querySelector('.instrument :is([tabindex="0"], button:not(:disabled), a[href])');
      (this.#from?.isConnected ? this.#from : first ?? page.querySelector('h1'))?.focus({ preventScroll: true });
    }
  }

  /** A step in the history, before anybody else hears of it. */
  #arrive(event) {
    const left = this.#left;
    const isBack = left && this.#here && this.#entries.has(left.key) && left.index === this.#here.index + 1;
    const stepped = this.#isStepping;
    this.#isStepping = false;
    if (!isBack) {
      return;
    }
    // What the page shows, it shows still; only the drawer goes. Its address goes with it.
    event.stopImmediatePropagation();
    this.#window.history.replaceState(this.#window.history.state, '', left.url);
    this.#forget(left.key);
    if (stepped) {
      if (this.#open.length > 0) this.#push();
    } else {
      this.#open.at(-1)?.close.querySelector('button')?.click();
    }
  }

  /** Tab in a grid leads into the drawer that the grid opened; Shift+Tab leads to what stands between them. */
  #enter(event) {
    const drawer = this.#open.at(-1)?.drawer;
    if (event.key === 'Tab' && !event.shiftKey && !event.defaultPrevented && drawer && !drawer.contains(event.target)
      && event.target.closest?.(GRIDS) && !event.target.matches('input, textarea, select')) {
      event.preventDefault();
      drawer.focus();
    }
  }

  #isOnPage(element) {
    return element.closest?.('main') && !this.#open.some(({ drawer }) => drawer?.contains(element));
  }

  #push() {
    const { history, location } = this.#window;
    history.pushState(history.state, '', location.href);
    this.#entries.add(this.#here.key);
    this.#store();
  }

  #forget(key) {
    this.#entries.delete(key);
    this.#store();
  }

  #store() { this.#window.sessionStorage.setItem(STORED, JSON.stringify([...this.#entries].slice(-50))); }
}

/** @param {Window & typeof globalThis} window */
export function attachDrawers(window) {
  const drawers = new Drawers(window);
  window.customElements.define('drawer-close', class extends window.HTMLElement {
    #gone = null;
    connectedCallback() { this.#gone = drawers.opened(this); }
    disconnectedCallback() { this.#gone?.(); }
  });
}
