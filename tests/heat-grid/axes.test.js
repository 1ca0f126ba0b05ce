import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anchorBetween, followed } from '../../src/OperatingModel.Web/wwwroot/heat-grid/anchor.js';
import { Axes, HEADER } from '../../src/OperatingModel.Web/wwwroot/heat-grid/axes.js';

const tree = (...ids) => ids.map(id => ({ id, label: id, level: id.split('.').length }));
const axes = (rows, columns = ['A', 'B', 'C']) => new Axes({ rows: tree(...rows), columns: columns.map(id => ({ id, label: id })) });
const whole = axes(['1', '1.1', '1.1.1', '1.2', '2', '2.1']);

test('Rows know the row above them in the tree, and their branch', () => {
  assert.deepEqual(whole.rows.map((_, row) => whole.parentOf(row)), [-1, 0, 1, 0, -1, 4]);
  assert.deepEqual(whole.rows.map((_, row) => whole.branchOf(row)), [0, 0, 0, 0, 4, 4]);
});

test('Neighbouring columns of one group stand under one name', () => {
  const { spans } = new Axes({
    rows: [], columns: ['x', 'x', 'y', 'x', undefined].map((group, i) => ({ id: `${i}`, label: '', group })),
    groups: [{ id: 'x', label: 'First' }, { id: 'y', label: 'Second' }],
  });
  assert.deepEqual(spans.map(({ label, first, end }) => [label, first, end]), [['First', 0, 2], ['Second', 2, 3], ['First', 3, 4], ['', 4, 5]]);
  assert.deepEqual(axes(['1']).spans, []);
});

test('Where only a branch is shown, its highest level counts as the top', () => {
  assert.deepEqual(axes(['1.1', '1.1.1', '1.2']).levels, [1, 2, 1]);
});

test('Two rows of one id are refused', () => {
  assert.throws(() => axes(['1', '1']), /Two rows have the id 1/);
});

test('The focus follows its row, or goes to the nearest row above it that is still there', () => {
  const folded = axes(['1', '2', '2.1'], ['C', 'A']);
  assert.deepEqual(followed(whole, folded, { row: 2, column: 0 }), { row: 0, column: 1 });
  assert.deepEqual(followed(whole, folded, { row: 5, column: 2 }), { row: 2, column: 0 });
  assert.deepEqual(followed(whole, folded, { row: 5, column: 1 }), { row: 2, column: 0 });
  assert.deepEqual(followed(whole, axes(['1', '1.1', '2']), { row: 3, column: 0 }), { row: 0, column: 0 });
  assert.deepEqual(followed(whole, folded, { row: HEADER, column: 2 }), { row: HEADER, column: 0 });
  assert.deepEqual(followed(whole, axes(['9']), { row: 3, column: HEADER }), { row: 0, column: HEADER });
  assert.deepEqual(followed(whole, axes([]), { row: 3, column: 1 }), { row: HEADER, column: 1 });
  assert.deepEqual(followed(axes([], []), whole, { row: HEADER, column: HEADER }), { row: 0, column: 0 });
});

test('A toggled row is held before all others', () => {
  const folded = axes(['1', '2', '2.1']);
  const anchor = anchorBetween(whole, folded, { row: 4, column: 0 }, { x: 0, y: 120 }, '1');
  assert.deepEqual(anchor, { before: { row: 0, column: HEADER }, after: { row: 0, column: HEADER }, toggled: true });
});

test('Otherwise the first row and column in view that are still there are held', () => {
  const filtered = axes(['1', '2', '2.1'], ['A', 'C']);
  const anchor = anchorBetween(whole, filtered, { row: 1, column: 1 }, { x: 50, y: 30 }, null);
  assert.deepEqual(anchor, { before: { row: 4, column: 2 }, after: { row: 1, column: 1 }, toggled: false });
});

test('At the start of the map one stays at the start', () => {
  const anchor = anchorBetween(whole, axes(['0', '1']), { row: 0, column: 0 }, { x: 0, y: 0 }, null);
  assert.deepEqual(anchor.after, { row: HEADER, column: HEADER });
});
