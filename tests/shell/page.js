/** As much of a page as a board meets: elements with attributes that lie in each other, and one focus. */
export class Element {
  parent = null;

  constructor(name, data = {}, ...children) {
    Object.assign(this, { name, dataset: { ...data }, attributes: {}, value: '', box: { left: 0, top: 0, width: 100, height: 100 } });
    this.put(...children);
  }

  get isConnected() { return this === document.body || Boolean(this.parent?.isConnected); }
  get children() { return this.#children; }
  #children = [];

  /** These lie in it from now on, in this order. What had the focus and is taken out, or to another place, loses it, as in browsers. */
  put(...children) {
    if (children.length && this.contains(document.activeElement) && document.activeElement !== this) document.activeElement = document.body;
    for (const gone of this.#children) gone.parent = null;
    for (const child of children) child.parent = this;
    this.#children = children;
  }

  matches(selector) {
    return selector.split(',').map(one => one.trim()).some(one => {
      const [, attribute] = /^\[data-(.+)\]$/.exec(one) ?? [];
      return attribute ? attribute in this.dataset : one.startsWith('#') ? this.id === one.slice(1) : one === this.name;
    });
  }

  closest(selector) { return this.matches(selector) ? this : this.parent?.closest(selector) ?? null; }
  contains(other) { return other === this || Boolean(other?.parent && this.contains(other.parent)); }
  querySelectorAll(selector) {
    return this.#children.flatMap(child => [...(child.matches(selector) ? [child] : []), ...child.querySelectorAll(selector)]);
  }
  querySelector(selector) { return this.querySelectorAll(selector)[0] ?? null; }
  hasAttribute(name) { return name in this.attributes; }
  getAttribute(name) { return this.attributes[name] ?? null; }
  getBoundingClientRect() { return this.box; }
  dispatchEvent() {}
  focus() {
    if (document.activeElement === this) return;
    document.activeElement = this;
    document.tell('focusin', { target: this });
  }

  #listeners = {};
  addEventListener(type, listener) { (this.#listeners[type] ??= []).push(listener); }
  /** An event reaches the element and what it lies in. @returns {object} the event */
  tell(type, more = {}) {
    const event = { type, target: this, isPrevented: false, preventDefault() { this.isPrevented = true; }, stopPropagation() {}, ...more };
    for (let one = this; one; one = one.parent) for (const listener of one.#listeners[type] ?? []) listener(event);
    return event;
  }
}

/** The page is empty again. @returns {Element} its body */
export function newPage() {
  const listeners = {};
  const reconnects = new EventTarget();
  globalThis.document = {
    activeElement: null,
    addEventListener: (type, listener, options) => {
      (listeners[type] ??= []).push(listener);
      reconnects.addEventListener(type, listener, options);
    },
    removeEventListener: (type, listener) => reconnects.removeEventListener(type, listener),
    dispatchEvent: event => reconnects.dispatchEvent(event),
    tell: (type, event) => { for (const listener of listeners[type] ?? []) listener(event); },
  };
  document.body = new Element('body');
  document.activeElement = document.body;
  return document.body;
}

globalThis.CSS = { escape: text => text };
