import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Axes } from '../../src/OperatingModel.Web/wwwroot/heat-grid/axes.js';
import { Interaction } from '../../src/OperatingModel.Web/wwwroot/heat-grid/interaction.js';
import { decodeCells } from '../../src/OperatingModel.Web/wwwroot/heat-grid/payload.js';
import { Picture } from '../../src/OperatingModel.Web/wwwroot/heat-grid/picture.js';
import { Scale } from '../../src/OperatingModel.Web/wwwroot/heat-grid/scale.js';
import { encodeCells } from './encode.js';

const circle = { keys: { m: 'M' }, cycle: { '': 'M', M: '' }, clears: true };

/** Four rows by three columns of 20 × 10, behind heads of 100 × 30. */
function scene(rules) {
  const told = [];
  const place = () => ({ left: 0, top: 0 });
  const grid = Object.assign(new EventTarget(), { getBoundingClientRect: place, matches: () => false, setPointerCapture: () => {} });
  const axes = new Axes({
    rows: ['A', 'B', 'C', 'D'].map(id => ({ id, label: id, level: 1 })), columns: ['1', '2', '3'].map(id => ({ id, label: id })),
  });
  const categories = [{ text: '', words: 'no link', face: 7 }, { text: 'M', words: 'minor', face: 1 }];
  const scale = new Scale({ name: 'Links', factor: 1, thresholds: [1, 2, 3, 4], bands: ['a', 'b', 'c', 'd', 'e'], categories }, 'en');
  const picture = new Picture(axes, scale, decodeCells(encodeCells({ rowCount: 4, columnCount: 3, bytesPerValue: 1, values: Array(12).fill(0) })));
  const geometry = {
    rowCount: 4, columnCount: 3, cellWidth: 20, cellHeight: 10, grain: 1, headWidth: 100, headHeight: 30, groupHeight: 0, width: 160, height: 70,
    readable: true, tree: { start: 0, step: 0 },
  };
  const view = { picture, geometry, scroll: { x: 0, y: 0 }, keyboard: false };
  const stage = { ready: () => true, view: () => view, redraw: () => {}, move: () => {} };
  const tips = { show: () => {}, hide: () => {}, refuse: (_, spot, why) => told.push(['refuse', why]), showGroup: () => {} };
  const listener = {
    edit: (entry, from, to) => { told.push([entry, `${from.row}${from.column}`, `${to.row}${to.column}`]); return Promise.resolve(true); },
    paste: (from, to, text) => told.push(['paste', `${from.row}${from.column}`, `${to.row}${to.column}`, text]),
    focus: () => {}, select: (row, column) => told.push(['select', `${row}${column}`]),
  };
  const life = new AbortController();
  const user = new Interaction(/** @type {any} */ (grid), life.signal, stage,
    /** @type {any} */ ({ reveal: () => {} }), /** @type {any} */ (tips), /** @type {any} */ (listener));
  user.edit(rules);
  const send = (type, row, column, more = {}) => grid.dispatchEvent(Object.assign(new Event(type), {
    clientX: 100 + 20 * column + 5, clientY: 30 + 10 * row + 5, button: 0, buttons: 1, pointerType: 'mouse', shiftKey: false, ...more,
  }));
  const drag = (...spots) => {
    send('pointerdown', ...spots[0]);
    spots.slice(1).forEach(spot => send('pointermove', ...spot));
    send('pointerup', ...spots.at(-1), { buttons: 0 });
    send('click', ...spots.at(-1), { buttons: 0 });
  };
  return { user, told, send, drag, end: () => life.abort() };
}

test('Dragging over cells chooses them together and writes nothing', () => {
  const { user, told, drag, end } = scene(circle);
  drag([0, 0], [1, 0], [2, 1]);
  assert.deepEqual(user.range, { top: 0, left: 0, bottom: 2, right: 1 });
  assert.deepEqual(told, []);
  end();
});

test('One key, and one pasted value, are for all cells that were dragged over', () => {
  const { told, send, drag, end } = scene(circle);
  drag([2, 1], [1, 0]);
  send('keydown', 0, 0, { key: 'm' });
  send('paste', 0, 0, { clipboardData: { getData: () => 'M' } });
  assert.deepEqual(told, [['m', 'B1', 'C2'], ['paste', 'B1', 'C2', 'M']]);
  end();
});

test('A drag beyond the edge ends at the last cell', () => {
  const { user, drag, end } = scene(circle);
  drag([3, 2], [9, 9]);
  assert.equal(user.range, null);
  drag([1, 1], [9, -3]);
  assert.deepEqual(user.range, { top: 1, left: 0, bottom: 3, right: 1 });
  end();
});

test('A click is an entry, also after a drag, and when the hand trembles', () => {
  const { user, told, drag, end } = scene(circle);
  drag([0, 0], [1, 1]);
  drag([2, 2], [2, 2]);
  assert.equal(user.range, null);
  assert.deepEqual(told, [['cycle', 'C3', 'C3']]);
  end();
});

test('A drag that comes back to where it began still writes nothing', () => {
  const { told, drag, end } = scene(circle);
  drag([0, 0], [1, 0], [0, 0]);
  assert.deepEqual(told, []);
  end();
});

test('A map that is only looked at is not dragged over: the cell of the release is opened', () => {
  const { user, told, drag, end } = scene(null);
  drag([0, 0], [1, 1]);
  assert.equal(user.range, null);
  assert.deepEqual(told, [['select', 'B2']]);
  end();
});

test('Touch moves the map and chooses nothing', () => {
  const { user, send, end } = scene(circle);
  send('pointerdown', 0, 0, { pointerType: 'touch' });
  send('pointermove', 2, 2, { pointerType: 'touch' });
  assert.equal(user.range, null);
  end();
});

test('A key that is not taken is answered at its cell', () => {
  const { told, send, end } = scene({ ...circle, taken: 'M is minor.' });
  send('keydown', 0, 0, { key: '7' });
  assert.deepEqual(told, [['refuse', '“7” is not taken. M is minor.']]);
  end();
});
