import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Axes } from '../../src/OperatingModel.Web/wwwroot/heat-grid/axes.js';
import { UNKNOWN, decodeCells, markValue } from '../../src/OperatingModel.Web/wwwroot/heat-grid/payload.js';
import { Picture } from '../../src/OperatingModel.Web/wwwroot/heat-grid/picture.js';
import { FACE_BLANK, FACE_NOT_APPLICABLE, FACE_UNKNOWN, Scale, faceAt } from '../../src/OperatingModel.Web/wwwroot/heat-grid/scale.js';
import { encodeCells } from './encode.js';
import { forAll } from './random.js';

const BANDS = ['None', 'Cool', 'Warm', 'Hot', 'Critical'];
const heat = changes => new Scale({
  name: 'Heat', unit: 'points', factor: 0.01, decimals: 1, palette: 'heat', thresholds: [0, 10, 25, 45], firstExclusive: true,
  bands: BANDS, ...changes,
}, 'en');

test('Heat has a first shade for exactly zero only', () => {
  const shades = [0, 1e-9, 9.99, 10, 24.99, 25, 44.99, 45, 100].map(value => heat().shadeOf(value));
  assert.deepEqual(shades, [0, 1, 1, 2, 2, 3, 3, 4, 4]);
});

test('Other measures reach a threshold by equalling it', () => {
  const scale = heat({ thresholds: [1, 2, 3, 4], firstExclusive: false });
  assert.deepEqual([0.99, 1, 2, 3, 4].map(value => scale.shadeOf(value)), [0, 1, 2, 3, 4]);
});

test('A shade never falls as the value rises', () => {
  forAll((whole, next) => {
    const thresholds = Array.from({ length: 4 }, () => whole(-50, 50)).sort((a, b) => a - b);
    const scale = heat({ thresholds, firstExclusive: next() < 0.5 });
    const [low, high] = [whole(-60, 60), whole(-60, 60)].sort((a, b) => a - b);
    assert.ok(scale.shadeOf(low) <= scale.shadeOf(high));
  });
});

test('Every number of a cell has a face, and an exception goes before it', () => {
  forAll((whole, next) => {
    const bytesPerValue = whole(1, 2);
    const scale = heat({ factor: next(), offset: whole(-30, 0), firstExclusive: next() < 0.5 });
    const faces = scale.faces(bytesPerValue);
    const values = Array.from({ length: 50 }, () => whole(0, 124));
    const exceptions = values.flatMap((_, i) => (next() < 0.2 ? [[i, whole(0, 4)]] : []));
    const cells = decodeCells(encodeCells({ rowCount: 5, columnCount: 10, bytesPerValue, values, exceptions }));
    const exact = new Map(exceptions);
    values.forEach((value, i) =>
      assert.equal(faceAt(cells, faces, i), exact.get(i) ?? scale.shadeOf(scale.valueOf(value))));
  });
});

test('What is no measurement keeps its face whatever the exceptions say', () => {
  for (const bytesPerValue of [1, 2]) {
    const values = [0, 1, 2].map(kind => markValue(bytesPerValue, kind));
    const bytes = encodeCells({ rowCount: 1, columnCount: 3, bytesPerValue, values, exceptions: [[0, 3], [1, 3], [2, 3]], peaks: [0, 1, 2] });
    const cells = decodeCells(bytes);
    const faces = heat().faces(bytesPerValue);
    assert.deepEqual([0, 1, 2].map(i => faceAt(cells, faces, i)), [FACE_BLANK, FACE_NOT_APPLICABLE, FACE_UNKNOWN]);
  }
});

test('An offset lets a measure fall below zero', () => {
  const scale = heat({ factor: 0.5, offset: -50, firstExclusive: false, thresholds: [-20, 0, 10, 20] });
  assert.deepEqual([0, 100, 120].map(raw => scale.valueOf(raw)), [-50, 0, 10]);
  assert.deepEqual([0, 100, 120].map(raw => scale.faces(1)[raw]), [0, 2, 3]);
});

test('A scale that cannot be meant is refused', () => {
  assert.throws(() => heat({ thresholds: [1, 2, 3] }), /four thresholds/);
  assert.throws(() => heat({ thresholds: [1, 3, 2, 4] }), /four thresholds/);
  assert.throws(() => heat({ bands: BANDS.slice(1) }), /five bands/);
  assert.throws(() => heat({ factor: 0 }), /factor/);
});

test('Numbers are written as fully as there is room', () => {
  const within = room => heat().formatThatFits(100, text => text.length <= room);
  assert.equal(heat().format(34.857, within(5)), '34.9');
  assert.equal(heat().format(34.857, within(4)), '35');
  assert.equal(heat().format(34.857, within(2)), '35');
  const money = heat({ decimals: 0 });
  assert.equal(money.format(12_345, money.formatThatFits(12_345, text => text.length <= 3)), '12K');
});

function picture(values, options = {}) {
  const axes = new Axes({
    rows: [{ id: 'C4.3', code: 'C4.3', label: 'Rebooking', level: 2, note: 'Owner: Pre-flight' }],
    columns: ['PREP', 'FLY', 'CARE', 'SHOP'].map(id => ({
      id, label: id.toLowerCase(), title: id === 'PREP' ? 'Pre-flight preparation' : undefined,
    })),
  });
  return new Picture(axes, heat(), decodeCells(encodeCells({ rowCount: 1, columnCount: 4, bytesPerValue: 2, values, ...options })));
}

test('A cell says row, column, value, unit and band, and what is peculiar about it', () => {
  const shown = picture([3486, 32767, 32766, 32765], { peaks: [0, 1] });
  assert.equal(shown.describe(0, 0), 'C4.3 Rebooking, Pre-flight preparation: 34.9 points, Hot, '
    + 'Hidden hot spot: something inside is far hotter than the average.');
  assert.equal(shown.describe(0, 1), 'C4.3 Rebooking, fly: Unknown: not assessed yet.');
  assert.equal(shown.describe(0, 2), 'C4.3 Rebooking, care: Not applicable here.');
  assert.equal(shown.describe(0, 3), 'C4.3 Rebooking, shop: Not linked.');
  assert.equal(shown.describe(0, -1), 'C4.3 Rebooking, Owner: Pre-flight');
  assert.equal(shown.describe(-1, 0), 'Pre-flight preparation');
});

test('The band that is spoken is the exact one', () => {
  assert.match(picture([1000, 0, 0, 0], { exceptions: [[0, 1]] }).describe(0, 0), /10\.0 points, Cool$/);
});

test('Only a measurement can hide a hot spot', () => {
  const shown = picture([100, markValue(2, UNKNOWN), 32766, 0], { peaks: [0, 1, 2] });
  assert.deepEqual([0, 1, 2, 3].map(column => shown.isPeak(0, column)), [true, false, false, false]);
});

test('Cells that do not fit the axes are refused', () => {
  const shown = picture([0, 0, 0, 0]);
  const wider = decodeCells(encodeCells({ rowCount: 1, columnCount: 5, bytesPerValue: 1, values: [0, 0, 0, 0, 0] }));
  assert.throws(() => new Picture(shown.axes, shown.scale, wider), /1 × 5 do not fit the axes, 1 × 4/);
  const other = decodeCells(encodeCells({ rowCount: 2, columnCount: 2, bytesPerValue: 1, values: [0, 0, 0, 0] }));
  assert.throws(() => new Picture(shown.axes, shown.scale, other), /2 × 2 do not fit the axes, 1 × 4/);
});

test('Numbers are written in the culture of the page, grouped and with its digits', () => {
  const write = (locale, value, decimals) => new Scale({
    name: 'Cost', unit: 'k€', factor: 1, decimals, palette: 'step', thresholds: [1, 2, 3, 4], bands: BANDS,
  }, locale).format(value);
  assert.equal(write('de-DE-u-nu-latn', 1234.5, 1), '1.234,5');
  assert.equal(write('es-ES-u-nu-latn', 1234, 0), '1.234');
  assert.equal(write('ar-EG-u-nu-latn', 47, 0), '47');
});
