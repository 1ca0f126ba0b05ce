import assert from 'node:assert/strict';
import { test } from 'node:test';
import { along, stepOf } from '../../src/OperatingModel.Web/wwwroot/js/rows.js';

test('Arrow keys walk, and stop at the ends', () => {
  const all = ['a', 'b', 'c'];
  assert.equal(along(all, 'a', stepOf({ key: 'ArrowDown' }).rows), 'b');
  assert.equal(along(all, 'a', stepOf({ key: 'ArrowUp' }).rows), 'a');
  assert.equal(along(all, 'a', stepOf({ key: 'End' }).rows), 'c');
  assert.equal(along(all, 'c', stepOf({ key: 'Home' }).rows), 'a');
  assert.equal(along(all, 'b', stepOf({ key: 'PageDown' }).rows), 'c');
  assert.equal(along(all, 'b', stepOf({ key: 'ArrowLeft' }).controls), 'a');
});

test('Other keys, and keys with others held down, are not ours', () => {
  const events = [
    { key: 'Enter' }, { key: 'Tab' }, { key: 'x' },
    { key: 'ArrowUp', altKey: true }, { key: 'Home', ctrlKey: true }, { key: 'ArrowDown', shiftKey: true },
  ];
  for (const event of events) {
    assert.equal(stepOf(event), null, event.key);
  }
});
