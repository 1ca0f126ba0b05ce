import assert from 'node:assert/strict';
import { test } from 'node:test';

const listeners = {};
let focused = null;
let changed = null;
const body = {};
globalThis.document = {
  body, addEventListener: (type, listener) => { listeners[type] = listener; }, get activeElement() { return focused ?? body; },
};
globalThis.MutationObserver = class { constructor(listener) { changed = listener; } observe() {} };
await import('../../src/OperatingModel.Web/Features/Campaigns/ScoringRow.razor.js');

/** A table of rows with three fields each; a row of null has none, because it does not apply. */
function table(...lowest) {
  const whole = { rows: [], querySelectorAll: () => whole.rows.flatMap(row => row.fields) };
  for (const levels of lowest) {
    const row = { fields: [], absent: null, isConnected: true, querySelectorAll: () => row.fields, querySelector: () => row.absent };
    row.fields = (levels ?? []).map(level => {
      const field = {
        value: '', dataset: { score: String(level) }, isConnected: true,
        blur() { focused = null; }, focus() { focused = field; }, select() {}, matches: () => true,
      };
      field.closest = selector => ({ '[data-score]': field, tr: row, table: whole })[selector];
      return field;
    });
    whole.rows.push(row);
  }
  for (const [i, row] of whole.rows.entries()) {
    Object.assign(row, { nextElementSibling: whole.rows[i + 1] ?? null, previousElementSibling: whole.rows[i - 1] ?? null });
  }
  return whole.rows.map(row => row.fields);
}

function type(field, text) {
  focused = field;
  field.value = text;
  listeners.input({ target: field });
}

test('A digit of the scale moves on, also into the next row; any other stays', () => {
  const [first, second] = table([1, 0, 0], [1, 0, 0]);
  type(first[0], '5');
  assert.equal(focused, first[1]);
  type(first[2], '0');
  assert.equal(focused, second[0]);
  for (const [field, text] of [[first[0], '0'], [first[1], '6'], [first[1], 'x']]) {
    type(field, text);
    assert.equal(focused, field, text);
  }
});

test('N leaves the row that does not apply', () => {
  const [first, second] = table([1, 0, 0], [1, 0, 0]);
  type(first[1], 'n');
  assert.equal(focused, second[0]);
});

test('Arrows pass over rows without fields and stop at the ends', () => {
  const [first, , third] = table([1, 0, 0], null, [1, 0, 0]);
  const press = (field, key) => { focused = field; listeners.keydown({ target: field, key, preventDefault() {} }); };
  press(first[1], 'ArrowDown');
  assert.equal(focused, third[1]);
  press(third[1], 'ArrowUp');
  assert.equal(focused, first[1]);
  press(first[1], 'ArrowUp');
  assert.equal(focused, first[1]);
});

test('Who is in a row that somebody else says does not apply, or does, stays in it', () => {
  const [first, second] = table([1, 0, 0], [1, 0, 0]);
  const row = first[0].closest('tr');
  const absent = {
    isConnected: true, focus() { focused = absent; }, matches: () => false, closest: selector => ({ '[data-absent]': absent, tr: row })[selector],
  };
  const enter = control => { focused = control; listeners.focusin({ target: control }); };

  enter(first[1]);
  Object.assign(row, { fields: [], absent });
  for (const field of first) field.isConnected = false;
  focused = null;
  changed();
  assert.equal(focused, absent);
  listeners.keydown({ target: absent, key: 'ArrowDown', preventDefault() {} });
  assert.equal(focused, second[0]);

  enter(absent);
  absent.isConnected = false;
  Object.assign(row, { fields: second.slice(0, 1), absent: null });
  focused = null;
  changed();
  assert.equal(focused, second[0]);

  // Whoever went on elsewhere meanwhile stays there.
  enter(first[0]);
  focused = second[2];
  changed();
  assert.equal(focused, second[2]);
});
