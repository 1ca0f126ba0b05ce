import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attachRemovals } from '../../src/OperatingModel.Web/wwwroot/js/removals.js';

/** As much of an element as a removal meets: a name, what it lies in, what lies in it. */
class Node {
  parentElement = null;
  children = [];
  constructor(name, ...children) {
    this.name = name;
    for (const child of children) this.add(child);
  }
  add(child) { child.parentElement = this; this.children.push(child); return this; }
  remove() { this.parentElement.children.splice(this.parentElement.children.indexOf(this), 1); this.parentElement = null; }
  get isConnected() { return this.name === 'body' || Boolean(this.parentElement?.isConnected); }
  matches(selector) {
    return selector.split(', ').map(one => one.replace(':not(:disabled)', '').replace('[href]', ''))
      .some(one => one === this.name || (one === '[data-removes]' && this.name === 'remove') || (one.startsWith('button') && this.name === 'remove'));
  }
  closest(selector) { return this.matches(selector) ? this : this.parentElement?.closest(selector) ?? null; }
  querySelector(selector) {
    for (const child of this.children) {
      const found = child.matches(selector) ? child : child.querySelector(selector);
      if (found) return found;
    }
    return null;
  }
  focus(options) { Object.assign(focused, { element: this, options }); }
}

const focused = {};
const row = name => new Node(name, new Node('remove'));

/** A page with these contents; what it tells its listeners, and what happens when something was taken away. */
function page(...contents) {
  const listeners = {};
  const body = new Node('body', ...contents);
  let observed = null;
  globalThis.MutationObserver = class { constructor(act) { observed = act; } observe() {} };
  Object.assign(focused, { element: null, options: null });
  attachRemovals({ body, activeElement: body, addEventListener: (type, listener) => { (listeners[type] ??= []).push(listener); } });
  const tell = (type, target) => listeners[type]?.forEach(listener => listener({ target }));
  return {
    press: one => ['pointerdown', 'click'].forEach(type => tell(type, one.querySelector('[data-removes]') ?? one)),
    takeAway: one => { one.remove(); observed(); },
  };
}

test('The next row has the focus, and after the last one the row before', () => {
  const [a, b, c] = [row('li'), row('li'), row('li')];
  const { press, takeAway } = page(new Node('section', new Node('ul', a, b, c)));
  press(b);
  takeAway(b);
  assert.equal(focused.element, c.children[0]);
  assert.deepEqual(focused.options, { preventScroll: true });
  press(c);
  takeAway(c);
  assert.equal(focused.element, a.children[0]);
});

test('Without any row left, a control of the section has it, or else of the drawer', () => {
  for (const within of [true, false]) {
    const [only, select, close] = [row('li'), new Node('select'), new Node('button')];
    const section = new Node('section', new Node('ul', only));
    if (within) section.add(select);
    const { press, takeAway } = page(new Node('main', new Node('.drawer', close, section)));
    press(only);
    takeAway(only);
    assert.equal(focused.element, within ? select : close);
  }
});

test('Where the row of the list around went with it, the next of those has it', () => {
  const rows = [0, 1, 2].map(() => new Node('li', new Node('span', row('.chip'))));
  const { press, takeAway } = page(new Node('.drawer', new Node('button'), new Node('section', new Node('ul', ...rows))));
  press(rows[1].children[0].children[0]);
  takeAway(rows[1]);
  assert.equal(focused.element, rows[2].querySelector('[data-removes]'));
});

test('The answer to the question is a part of it; a press elsewhere is not', () => {
  for (const [where, counts] of [['dialog', true], ['div', false]]) {
    const [a, b, other] = [row('tr'), row('tr'), new Node(where)];
    const { press, takeAway } = page(new Node('main', new Node('tbody', a, b)), other);
    press(a);
    press(other);
    takeAway(a);
    assert.equal(focused.element, counts ? b.children[0] : null);
  }
});
