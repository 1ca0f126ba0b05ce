import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keyAction } from '../../src/OperatingModel.Web/wwwroot/heat-grid/keys.js';
import { forAll } from './random.js';

const place = changes => ({ row: 5, column: 3, rowCount: 40, columnCount: 10, page: 8, isParent: false, expanded: false, parentRow: 2, ...changes });
const press = (key, at, modifiers) => keyAction({ key, ...modifiers }, place(at));
const to = (row, column) => ({ do: 'move', to: { row, column } });
const CTRL = { ctrlKey: true };

test('Arrows move by one cell and stop at the edges', () => {
  assert.deepEqual(press('ArrowUp'), to(4, 3));
  assert.deepEqual(press('ArrowDown'), to(6, 3));
  assert.deepEqual(press('ArrowLeft'), to(5, 2));
  assert.deepEqual(press('ArrowRight'), to(5, 4));
  assert.deepEqual(press('ArrowDown', { row: 39 }), to(39, 3));
  assert.deepEqual(press('ArrowRight', { column: 9 }), to(5, 9));
});

test('Headers can be reached, the empty corner cannot', () => {
  assert.deepEqual(press('ArrowUp', { row: 0 }), to(-1, 3));
  assert.deepEqual(press('ArrowLeft', { column: 0 }), to(5, -1));
  assert.deepEqual(press('ArrowUp', { row: 0, column: -1 }), to(0, -1));
  assert.deepEqual(press('ArrowLeft', { row: -1, column: 0 }), to(-1, 0));
});

test('Home goes to the first cell, and from there to the header', () => {
  assert.deepEqual(press('Home'), to(5, 0));
  assert.deepEqual(press('Home', { column: 0 }), to(5, -1));
  assert.deepEqual(press('End'), to(5, 9));
  assert.deepEqual(press('Home', {}, CTRL), to(0, 0));
  assert.deepEqual(press('End', {}, CTRL), to(39, 9));
});

test('Pages move by what is in view', () => {
  assert.deepEqual(press('PageDown'), to(13, 3));
  assert.deepEqual(press('PageDown', { row: 36 }), to(39, 3));
  assert.deepEqual(press('PageUp', { row: 20 }), to(12, 3));
  assert.deepEqual(press('PageUp'), to(0, 3));
});

test('Enter and space choose', () => {
  assert.deepEqual(press('Enter'), { do: 'select' });
  assert.deepEqual(press(' '), { do: 'select' });
});

test('On a row header the arrows unfold and fold before they move', () => {
  const header = { column: -1, isParent: true };
  assert.deepEqual(press('ArrowRight', header), { do: 'toggle' });
  assert.deepEqual(press('ArrowRight', { ...header, expanded: true }), to(5, 0));
  assert.deepEqual(press('ArrowLeft', { ...header, expanded: true }), { do: 'toggle' });
  assert.deepEqual(press('ArrowLeft', header), to(2, -1));
  assert.deepEqual(press('ArrowLeft', { ...header, parentRow: -1 }), to(5, -1));
});

test('Plus unfolds and minus folds, from any cell of the row', () => {
  assert.deepEqual(press('+', { isParent: true }), { do: 'toggle' });
  assert.equal(press('+', { isParent: true, expanded: true }), null);
  assert.deepEqual(press('-', { isParent: true, expanded: true }), { do: 'toggle' });
  assert.equal(press('-', { isParent: true }), null);
  assert.equal(press('+'), null);
  assert.equal(press('+', { isParent: true }, CTRL), null);
});

test('In an empty map there is nothing to choose', () => {
  assert.equal(press('Enter', { row: -1, column: -1, rowCount: 0, columnCount: 0 }), null);
});

test('Keys that belong to others are left to them', () => {
  for (const key of ['Tab', 'a', 'F5', 'Shift']) {
    assert.equal(press(key), null);
  }
  assert.equal(press('ArrowLeft', {}, { altKey: true }), null);
});

test('Wherever one goes one stays on the map', () => {
  const keys = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End'];
  forAll((whole, next) => {
    const rowCount = whole(1, 30), columnCount = whole(1, 12);
    let spot = { row: 0, column: 0 };
    for (let step = 0; step < 60; step++) {
      const at = { ...place(spot), rowCount, columnCount, parentRow: Math.max(-1, spot.row - 1) };
      const action = keyAction({ key: keys[whole(0, 7)], ctrlKey: next() < 0.1 }, at);
      assert.equal(action.do, 'move');
      spot = action.to;
      assert.ok(spot.row >= -1 && spot.row < rowCount && spot.column >= -1 && spot.column < columnCount);
      assert.ok(spot.row !== -1 || spot.column !== -1);
    }
  });
});
