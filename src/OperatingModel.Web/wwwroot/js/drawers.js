/**
 * The behaviour of open drawers on every page: Back closes the drawer, Tab leads from the grid into it, and when it closes, the focus returns
 * to where it came from. A drawer that can be closed has a <drawer-close> around its button.
 *
 * An open drawer has an entry of its own in the history; Back from it to the entry before closes the drawer. When a link led to an open
 * drawer, Back leads to the page of the link.
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
  /** The entry that the user left last. */
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

  /** The present entry of the history; undefined in browsers without the navigation API, in which Back leaves the page. */
  get #here() { return this.#navigation?.currentEntry; }

  /** Notes an open drawer. @param {HTMLElement} close the element around its close button @returns {() => void} to be called when it is gone */
  opened(close) {
    const one = { close, drawer: close.closest('.drawer'), page: close.closest('main') };
    this.#open.push(one);
    if (this.#here && this.#acted === this.#here.key && !this.#entries.has(this.#here.key) && !this.#isStepping) {
      this.#push();
    }
    // A drawer that covers the page takes the focus.
    if (this.#acted && one.drawer && this.#window.getComputedStyle(one.drawer).position === 'fixed') {
      one.drawer.focus({ preventScroll: true });
    }
    return () => {
      this.#open = this.#open.filter(other => other !== one);
      // Waits, because another drawer may take its place in the same turn.
      queueMicrotask(() => this.#closed(one));
    };
  }

  #closed({ page }) {
    // When the whole page is drawn anew, as after a pause, its drawer comes back.
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

  /** Handles a step in the history before other scripts do. */
  #arrive(event) {
    const left = this.#left;
    const isBack = left && this.#here && this.#entries.has(left.key) && left.index === this.#here.index + 1;
    const stepped = this.#isStepping;
    this.#isStepping = false;
    if (!isBack) {
      return;
    }
    // Only the drawer closes; the page stays as it is, and so does its address until the drawer's button changes it.
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
