import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Axes } from '../../src/OperatingModel.Web/wwwroot/heat-grid/axes.js';
import { rangeOf } from '../../src/OperatingModel.Web/wwwroot/heat-grid/edit-keys.js';
import { Editing } from '../../src/OperatingModel.Web/wwwroot/heat-grid/editing.js';
import { NOT_APPLICABLE, decodeCells, markValue } from '../../src/OperatingModel.Web/wwwroot/heat-grid/payload.js';
import { Picture } from '../../src/OperatingModel.Web/wwwroot/heat-grid/picture.js';
import { Scale } from '../../src/OperatingModel.Web/wwwroot/heat-grid/scale.js';
import { encodeCells } from './encode.js';

const categories = [{ text: '', words: 'no link', face: 7 }, { text: 'M', words: 'minor', face: 1 }, { text: '2', words: '2 links', face: 7 }];

/** A parent over two leaves, by two columns; the last cell does not apply. */
function scene(rules) {
  const told = [];
  let answer = true;
  const editing = new Editing({
    edit: (entry, from, to) => { told.push([entry, `${from.row}${from.column}`, `${to.row}${to.column}`]); return Promise.resolve(answer); },
    paste: (from, to, text) => told.push(['paste', `${from.row}${from.column}`, `${to.row}${to.column}`, text]),
  }, () => {});
  editing.rules = rules;
  const axes = new Axes({
    rows: [{ id: 'P', label: 'Parent', level: 1, isParent: true, fixed: true }, { id: 'A', label: 'A', level: 2 }, { id: 'B', label: 'B', level: 2 }],
    columns: [{ id: '1', label: 'One' }, { id: '2', label: 'Two' }],
  });
  const scale = new Scale({ name: 'Links', factor: 1, thresholds: [1, 2, 3, 4], bands: ['a', 'b', 'c', 'd', 'e'], categories }, 'en');
  const values = [2, 2, 0, 1, 0, markValue(1, NOT_APPLICABLE)];
  const picture = new Picture(axes, scale, decodeCells(encodeCells({ rowCount: 3, columnCount: 2, bytesPerValue: 1, values })));
  const view = { picture, geometry: { rowCount: 3, columnCount: 2 } };
  const texts = () => [0, 1, 2].map(row => [0, 1].map(column => picture.text(row, column, picture.face(row, column))).join('|')).join(' ');
  return { editing, view, picture, told, texts, refuse: () => { answer = false; } };
}

const circle = { keys: { m: 'M' }, cycle: { '': 'M', M: '' }, clears: true };

test('A category says what is written and what is told', () => {
  const { picture, texts } = scene(circle);
  assert.equal(texts(), '2|2 |M |·');
  assert.equal(picture.describe(1, 1), 'A, Two: M, minor');
  assert.equal(picture.describe(1, 0), 'A, One: no link');
});

test('An entry is drawn at once, told, and lets go of when the page refuses', async () => {
  const { editing, view, told, texts, refuse, picture } = scene(circle);
  refuse();
  assert.deepEqual(editing.key({ key: 'm' }, view, { row: 1, column: 0 }, null), { row: 2, column: 0 });
  assert.equal(texts(), '2|2 M|M |·');
  assert.match(picture.describe(1, 0), /being stored/);
  assert.deepEqual(told, [['m', 'A1', 'A1']]);
  await new Promise(resolve => { setTimeout(resolve); });
  assert.equal(texts(), '2|2 |M |·');
});

test('Neither a parent nor what does not apply can be edited', () => {
  const { editing, view, told } = scene(circle);
  assert.deepEqual(editing.key({ key: 'm' }, view, { row: 0, column: 0 }, null), { row: 0, column: 0 });
  assert.equal(editing.press(view, { row: 0, column: 0 }), false);
  assert.equal(editing.press(view, { row: 2, column: 1 }), false);
  assert.equal(editing.key({ key: 'm' }, view, { row: -1, column: 0 }, null), null);
  assert.deepEqual(told, []);
});

test('A click goes round the circle', () => {
  const { editing, view, told, texts } = scene(circle);
  assert.equal(editing.press(view, { row: 1, column: 1 }), true);
  assert.equal(editing.press(view, { row: 1, column: 0 }), true);
  assert.equal(texts(), '2|2 M| |·');
  assert.deepEqual(told, [['cycle', 'A2', 'A2'], ['cycle', 'A1', 'A1']]);
});

test('One key fills the cells chosen together, and the focus stays', () => {
  const { editing, view, told, texts } = scene(circle);
  const range = { top: 0, left: 0, bottom: 2, right: 1 };
  assert.deepEqual(editing.key({ key: 'm' }, view, { row: 2, column: 1 }, range), { row: 2, column: 1 });
  assert.equal(texts(), '2|2 M|M M|·');
  assert.deepEqual(told, [['m', 'A1', 'B2']]);
});

test('What was typed before the focus goes elsewhere is an entry', () => {
  const { editing, view, told, texts } = scene({ keys: { 4: '4', 2: '2' }, length: 3 });
  editing.key({ key: '4' }, view, { row: 1, column: 0 }, null);
  editing.key({ key: '2' }, view, { row: 1, column: 0 }, null);
  assert.equal(texts(), '2|2 42…|M |·');
  assert.deepEqual(told, []);
  editing.leave();
  editing.leave();
  assert.deepEqual(told, [['42', 'A1', 'A1']]);
});

test('What was typed is taken back by Escape', () => {
  const { editing, view, told, texts } = scene({ keys: { 4: '4' }, length: 3 });
  editing.key({ key: '4' }, view, { row: 1, column: 0 }, null);
  editing.key({ key: 'Escape' }, view, { row: 1, column: 0 }, null);
  editing.leave();
  assert.equal(texts(), '2|2 |M |·');
  assert.deepEqual(told, []);
});

test('Without a circle a click is no edit', () => {
  const { editing, view, told } = scene({ keys: { 4: '4' }, cycle: null });
  assert.equal(editing.press(view, { row: 1, column: 0 }), false);
  assert.deepEqual(told, []);
});

test('A map that is only looked at takes no edits', () => {
  const { editing, view, told } = scene(null);
  assert.equal(editing.key({ key: 'm' }, view, { row: 1, column: 0 }, null), null);
  assert.equal(editing.press(view, { row: 1, column: 0 }), false);
  assert.equal(editing.paste(view, rangeOf({ row: 1, column: 0 }, { row: 1, column: 0 }), 'x'), false);
  assert.deepEqual(told, []);
});

test('A paste is told with the cells chosen for it, also on a parent and on a header', () => {
  const { editing, view, told } = scene(circle);
  assert.equal(editing.paste(view, rangeOf({ row: 1, column: 1 }, { row: 2, column: 0 }), '1\t2'), true);
  assert.equal(editing.paste(view, rangeOf({ row: 0, column: 1 }, { row: 0, column: 1 }), '1'), true);
  assert.equal(editing.paste(view, rangeOf({ row: 2, column: -1 }, { row: 2, column: -1 }), '1'), true);
  assert.equal(editing.paste(view, rangeOf({ row: 1, column: 1 }, { row: 1, column: 1 }), ''), false);
  assert.deepEqual(told, [['paste', 'A1', 'B2', '1\t2'], ['paste', 'P2', 'P2', '1'], ['paste', 'B1', 'B1', '1']]);
});

test('Copying writes a line for a parent, and says what does not apply', () => {
  const { editing, view } = scene(circle);
  assert.equal(editing.copy(view, { top: 0, left: 0, bottom: 2, right: 1 }), '\t\r\n\tM\r\n\tn/a\r\n');
});

test('Why a key is not taken is said once', () => {
  const { editing, view, told } = scene({
    keys: { 4: '4' }, taken: 'Levels go from 0 to 5.', onFixed: 'Score what it is made of.', onAbsent: 'It does not apply.',
  });
  const spot = { row: 1, column: 0 };
  assert.deepEqual(editing.key({ key: '9' }, view, spot, null), spot);
  assert.equal(editing.takeRefusal(), '“9” is not taken. Levels go from 0 to 5.');
  assert.equal(editing.takeRefusal(), '');
  editing.key({ key: '4' }, view, { row: 0, column: 0 }, null);
  assert.equal(editing.takeRefusal(), 'Score what it is made of.');
  editing.key({ key: '4' }, view, { row: 2, column: 1 }, null);
  assert.equal(editing.takeRefusal(), 'It does not apply.');
  editing.key({ key: '4' }, view, spot, null);
  assert.equal(editing.takeRefusal(), '');
  assert.deepEqual(told, [['4', 'A1', 'A1']]);
});

test('A key that is an entry by itself reaches cells that do not apply', () => {
  const { editing, view, told } = scene({ keys: { 4: '4' }, length: 3, alone: { n: '·' } });
  assert.deepEqual(editing.key({ key: 'n' }, view, { row: 2, column: 1 }, null), { row: 2, column: 1 });
  editing.key({ key: 'n' }, view, { row: 0, column: 1 }, null);
  assert.deepEqual(told, [['n', 'B2', 'B2']]);
});

test('What was entered is told at once, before it is stored', () => {
  const { editing, view, picture } = scene(circle);
  editing.press(view, { row: 1, column: 0 });
  assert.equal(picture.reading(1, 0).value, 'minor');
});

test('An entry whose answer got lost is told again, once; a turn of the circle is not', async () => {
  const { view } = scene(circle);
  const asked = [];
  const deaf = new Editing({ edit: (...entry) => asked.push(entry) <= 2 ? new Promise(() => {}) : Promise.resolve(true) }, () => {});
  deaf.rules = circle;
  deaf.key({ key: 'm' }, view, { row: 1, column: 0 }, null);
  deaf.press(view, { row: 1, column: 1 });
  assert.equal(asked.length, 2);

  deaf.resend(view);
  assert.deepEqual(asked.slice(2), [['m', { row: 'A', column: '1' }, { row: 'A', column: '1' }]]);
  await new Promise(resolve => { setTimeout(resolve); });
  deaf.resend(view);
  assert.equal(asked.length, 3);
});
