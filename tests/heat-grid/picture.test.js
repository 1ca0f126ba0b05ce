import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Axes } from '../../src/OperatingModel.Web/wwwroot/heat-grid/axes.js';
import { NOT_LINKED, UNKNOWN, decodeCells, markValue } from '../../src/OperatingModel.Web/wwwroot/heat-grid/payload.js';
import { Picture } from '../../src/OperatingModel.Web/wwwroot/heat-grid/picture.js';
import { Scale } from '../../src/OperatingModel.Web/wwwroot/heat-grid/scale.js';
import { encodeCells } from './encode.js';

const AXES = new Axes({
  rows: [{ id: 'C3.2', code: 'C3.2', label: 'Payment', level: 1 }],
  columns: ['Pay', 'Ship', 'Care', 'Grow', 'Join'].map(label => ({ id: label, label })),
});
const HEAT = {
  name: 'Heat', factor: 1, decimals: 0, palette: 'heat', thresholds: [0, 10, 30, 60], firstExclusive: true,
  bands: ['None', 'Cool', 'Warm', 'Hot', 'Critical'],
};

const picture = (scale, values, more = {}) =>
  new Picture(AXES, new Scale(scale, 'en'), decodeCells(encodeCells({ rowCount: 1, columnCount: 5, bytesPerValue: 1, values, ...more })));

test('A cell that is known in part says so, and how far', () => {
  const map = picture(HEAT, [12, 12, 12, 12, markValue(1, UNKNOWN)], { unknown: [[1, 1], [2, 2], [3, 3]], peaks: [3] });
  assert.equal(map.describe(0, 0), 'C3.2 Payment, Pay: 12, Warm');
  assert.equal(map.describe(0, 1), 'C3.2 Payment, Ship: 12, Warm, Mostly assessed.');
  assert.equal(map.describe(0, 2), 'C3.2 Payment, Care: 12, Warm, About half assessed.');
  assert.match(map.describe(0, 3), /: 12, Warm, Mostly unknown. Hidden hot spot/);
  assert.equal(map.describe(0, 4), 'C3.2 Payment, Join: Unknown: not assessed yet.');
  assert.deepEqual([0, 1, 2, 3, 4].map(column => map.unknownQuarters(0, column)), [0, 1, 2, 3, 0]);
  assert.equal(map.reading(0, 2).quarters, 2);
});

test('What is read in a cell is part of its name, so that who speaks to the computer can name it', () => {
  const categories = [
    { text: '424', words: 'importance 4, now 2, wanted 4', face: 2 },
    { text: '4', words: 'importance 4', face: 1 }, { text: '●', words: 'critical', face: 4 },
  ];
  const sheet = picture({ ...HEAT, categories }, [0, 1, 2, markValue(1, NOT_LINKED), 0]);
  assert.equal(sheet.describe(0, 0), 'C3.2 Payment, Pay: 424, importance 4, now 2, wanted 4');
  assert.equal(sheet.describe(0, 1), 'C3.2 Payment, Ship: importance 4');
  assert.equal(sheet.describe(0, 2), 'C3.2 Payment, Care: critical');
});
