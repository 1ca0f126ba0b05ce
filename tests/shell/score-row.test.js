import assert from 'node:assert/strict';
import { test } from 'node:test';

const listeners = {};
let focused = null;
globalThis.document = { addEventListener: (type, listener) => { listeners[type] = listener; } };
await import('../../src/OperatingModel.Web/wwwroot/js/score-row.js');

/** A table of rows with three fields each; a row of null has none, because it does not apply. */
function table(...lowest) {
  const whole = { rows: [], querySelectorAll: () => whole.rows.flatMap(row => row.fields) };
  for (const levels of lowest) {
    const row = { fields: [], querySelectorAll: () => row.fields };
    row.fields = (levels ?? []).map(level => {
      const field = { value: '', dataset: { score: String(level) }, blur() { focused = null; }, focus() { focused = field; }, select() {} };
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
