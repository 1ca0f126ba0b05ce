/** As much of a browser as a drawer meets: a history with its entries, a focus, elements that know what they lie in. */
export class Element {
  constructor(name, parent = null, { tab = true } = {}) { Object.assign(this, { name, parent, tab, isConnected: true, clicked: 0 }); }
  closest(selector) { return this.#is(selector) ? this : this.parent?.closest(selector) ?? null; }
  contains(other) { return other === this || Boolean(other?.parent && this.contains(other.parent)); }
  matches(selector) { return this.#is(selector); }
  querySelector() { return this.first ?? null; }
  focus() { this.window.document.focus(this); }
  click() { this.clicked++; this.act?.(); }
  get window() { return this.parent ? this.parent.window : this.root; }
  #is(selector) { return selector.split(', ').some(one => one === this.name || one === `.${this.name}` || one === `[role=${this.name}]`); }
}

export class Browser {
  #listeners = { popstate: [], keydown: [], pointerdown: [], focusin: [], currententrychange: [] };
  #steps = [];
  #keys = 0;
  heard = [];

  constructor(address, { stored = {}, entries, at = 0, knowsEntries = true } = {}) {
    const on = (type, listener) => this.#listeners[type].push(listener);
    this.entries = entries ?? [this.#entry(address)];
    this.at = at;
    this.body = new Element('body');
    this.body.root = this;
    this.main = new Element('main', this.body);
    this.document = {
      activeElement: this.body, body: this.body, addEventListener: on,
      focus: element => { this.document.activeElement = element; this.tell('focusin', { target: element }); },
    };
    this.location = { get href() { return browser.entries[browser.at].url; } };
    this.sessionStorage = { getItem: key => stored[key] ?? null, setItem: (key, value) => { stored[key] = value; } };
    this.stored = stored;
    this.position = 'static';
    this.getComputedStyle = () => ({ position: this.position });
    const browser = this;
    this.history = {
      get state() { return browser.entries[browser.at].state; },
      pushState: (state, _, url) => this.#change(() => { this.entries.splice(this.at + 1, Infinity, this.#entry(url, state)); this.at++; }),
      replaceState: (state, _, url) => this.#change(() => { Object.assign(this.entries[this.at], { url, state }); }),
      back: () => this.#steps.push(-1),
    };
    this.addEventListener = on;
    this.navigation = knowsEntries ? { get currentEntry() { return browser.#shown(); }, addEventListener: on } : undefined;
    // Blazor hears of a step after us, if at all.
    on('popstate', () => this.heard.push(this.location.href));
  }

  #entry(url, state = null) { return { url, state, key: `k${this.#keys++}-${Math.random()}` }; }
  #shown() {
    const entry = this.entries[this.at];
    return { key: entry.key, url: entry.url, index: this.at };
  }

  #change(act) {
    const from = this.#shown();
    act();
    this.tell('currententrychange', { from });
  }

  tell(type, event) {
    let stopped = false;
    const all = this.#listeners[type];
    // Who listens while an event comes down hears of it first.
    const order = type === 'popstate' ? [...all.slice(1), all[0]] : all;
    for (const listener of order) if (!stopped) listener({ ...event, stopImmediatePropagation: () => { stopped = true; } });
  }

  /** Steps in the history happen a moment later, as in browsers. */
  settle() {
    while (this.#steps.length > 0) this.go(this.#steps.shift());
  }

  go(delta) {
    const from = this.#shown();
    this.at += delta;
    this.tell('currententrychange', { from });
    this.tell('popstate', {});
  }

  press(target, key, more = {}) {
    const event = { target, key, defaultPrevented: false, preventDefault() { this.defaultPrevented = true; }, ...more };
    this.tell('keydown', event);
  }

  get urls() { return this.entries.map(entry => entry.url); }
}
