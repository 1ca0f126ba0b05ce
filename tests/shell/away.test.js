import assert from 'node:assert/strict';
import { test } from 'node:test';

const listeners = {};
const add = (type, listener) => { (listeners[type] ??= []).push(listener); };
globalThis.MutationObserver = class { observe() {} };
globalThis.CustomEvent = class extends Event { constructor(type, options) { super(type, options); this.detail = options.detail; } };
globalThis.window = { addEventListener: add };
globalThis.document = { addEventListener: add, dispatchEvent: () => {} };
const { cover, resend } = await import('../../src/OperatingModel.Web/wwwroot/js/away.js');

function field(text) {
  const heard = [];
  const self = {
    value: text, type: 'text', isConnected: true, heard,
    matches: () => true, closest: () => ({ dataset: { seen: '1' } }),
    dispatchEvent: event => { heard.push(`${event.type} ${self.value}`); tell(event.type, self); },
  };
  return self;
}

function tell(type, target) { for (const listener of listeners[type] ?? []) listener({ type, target }); }

function type(target, text) {
  target.value = text;
  tell('input', target);
}

test('a field that is left tells what it shows, though the browser raises no change', () => {
  const name = field('old');
  type(name, 'new');
  tell('blur', name);
  assert.deepEqual(name.heard, ['change new']);
  tell('blur', name);
  assert.deepEqual(name.heard, ['change new']);
});

test('a change that the browser raises is enough', () => {
  const name = field('old');
  type(name, 'new');
  tell('change', name);
  tell('blur', name);
  assert.deepEqual(name.heard, []);
});

test('a dialog about the lost line that takes the focus does not leave the field', () => {
  const name = field('old');
  type(name, 'half');
  cover(() => { tell('change', name); tell('blur', name); });
  assert.deepEqual(name.heard, []);
  resend();
  assert.deepEqual(name.heard, ['input half']);
  type(name, 'whole');
  tell('blur', name);
  assert.deepEqual(name.heard.slice(-1), ['change whole']);
});

test('what was typed while the line was cut is told after the reconnect, and that it was left', () => {
  const [typed, left] = [field('old'), field('old')];
  type(typed, 'typed');
  type(left, 'left');
  tell('blur', left);
  left.heard.length = 0;
  resend();
  assert.deepEqual([typed.heard, left.heard], [['input typed'], ['input left', 'change left']]);
});

test('what was told is told again when the line is lost before the server shows it', () => {
  const name = field('old');
  type(name, 'new');
  tell('blur', name);
  name.heard.length = 0;
  resend();
  resend();
  assert.deepEqual(name.heard, ['input new', 'change new', 'input new', 'change new']);
});
