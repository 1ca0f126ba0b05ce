import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import {
  NOT_APPLICABLE, NOT_LINKED, PEAK_BIT, UNKNOWN, UNKNOWN_SHIFT, applyPatch, decodeCells, decodePatch, markValue,
} from '../../src/OperatingModel.Web/wwwroot/heat-grid/payload.js';
import { encodeCells, encodePatch } from './encode.js';
import { forAll } from './random.js';

const LAST = { 1: 124, 2: 32764 };

function anyPicture(whole, next) {
  const bytesPerValue = whole(1, 2), rowCount = whole(0, 40), columnCount = whole(0, 20);
  const count = rowCount * columnCount;
  const values = Array.from({ length: count }, () =>
    next() < 0.3 ? markValue(bytesPerValue, whole(NOT_LINKED, UNKNOWN)) : whole(0, LAST[bytesPerValue]));
  const some = share => values.flatMap((_, index) => (next() < share ? [index] : []));
  const isMeasured = index => values[index] <= LAST[bytesPerValue];
  const unknown = next() < 0.3 ? [] : some(0.2).filter(isMeasured).map(index => [index, whole(0, 3)]);
  return { rowCount, columnCount, bytesPerValue, values, exceptions: some(0.05).map(index => [index, whole(0, 4)]), peaks: some(0.1), unknown };
}

test('What was encoded is decoded', () => {
  forAll((whole, next) => {
    const picture = anyPicture(whole, next);
    const cells = decodeCells(encodeCells(picture));
    assert.equal(cells.rowCount, picture.rowCount);
    assert.equal(cells.columnCount, picture.columnCount);
    assert.equal(cells.bytesPerValue, picture.bytesPerValue);
    assert.deepEqual([...cells.values], picture.values);
    const marks = new Uint8Array(picture.values.length);
    for (const [index, shade] of picture.exceptions) { marks[index] = shade + 1; }
    for (const index of picture.peaks) { marks[index] |= PEAK_BIT; }
    for (const [index, quarters] of picture.unknown) { marks[index] |= quarters << UNKNOWN_SHIFT; }
    assert.deepEqual(cells.marks, marks);
    assert.equal(cells.largest, Math.max(0, ...picture.values.filter(value => value <= LAST[picture.bytesPerValue])));
  });
});

test('Bytes may begin anywhere in a larger message, and are not needed afterwards', () => {
  forAll((whole, next) => {
    const picture = anyPicture(whole, next), bytes = encodeCells(picture);
    const message = new Uint8Array(bytes.length + 9), shift = whole(0, 8);
    message.set(bytes, shift);
    const cells = decodeCells(message.subarray(shift, shift + bytes.length));
    message.fill(0);
    assert.deepEqual([...cells.values], picture.values);
  }, 50);
});

test('Sparse entries may lie far apart', () => {
  const rowCount = 1500, columnCount = 300, last = rowCount * columnCount - 1;
  const values = new Uint8Array(rowCount * columnCount);
  const cells = decodeCells(encodeCells({ rowCount, columnCount, bytesPerValue: 1, values, exceptions: [[0, 4], [last, 2]], peaks: [last] }));
  assert.equal(cells.marks[0], 5);
  assert.equal(cells.marks[last], 3 | PEAK_BIT);
});

test('A full push of 1,500 × 60 is at most 100 KB', () => {
  forAll((whole, next) => {
    const values = Array.from({ length: 90_000 }, () => whole(0, 124));
    const exceptions = values.flatMap((_, i) => (next() < 0.08 ? [[i, whole(0, 4)]] : []));
    const peaks = values.flatMap((_, i) => (next() < 0.5 ? [i] : []));
    const size = encodeCells({ rowCount: 1500, columnCount: 60, bytesPerValue: 1, values, exceptions, peaks }).length;
    assert.ok(size <= 100_000, `${size} bytes`);
  }, 3);
});

test('Cut bytes are refused, wherever they end', () => {
  forAll((whole, next) => {
    const bytes = encodeCells(anyPicture(whole, next));
    assert.throws(() => decodeCells(bytes.subarray(0, whole(0, bytes.length - 1))), /^Error: Cells: ends within /);
  });
});

test('Damaged bytes never give anything but a picture or a clear error', () => {
  forAll((whole, next) => {
    const bytes = encodeCells(anyPicture(whole, next));
    bytes[whole(0, Math.min(bytes.length - 1, 40))] = whole(0, 255);
    try {
      const cells = decodeCells(bytes);
      assert.equal(cells.values.length, cells.rowCount * cells.columnCount);
    } catch (error) {
      assert.match(error.message, /^Cells: /);
    }
  }, 2000);
});

const broken = {
  'another magic': [bytes => { bytes[0] = 2; }, /first byte must be 3, not 2/],
  'something between whole and partly known': [bytes => { bytes[2] = 2; }, /partly must be 0 or 1, not 2/],
  'three bytes per value': [bytes => { bytes[1] = 3; }, /1 or 2, not 3/],
  'too many cells': [bytes => { bytes.fill(255, 4, 12); }, /more than 50000000 cells/],
  'more exceptions than cells': [bytes => { bytes[18] = 7; }, /7 exceptions for 6 cells/],
  'an exception outside': [bytes => { bytes[19] = 6 * 5; }, /cell 6 in exceptions is outside 6 cells/],
  'the same exception twice': [bytes => { bytes[20] = 4; }, /cell 2 stands twice in exceptions/],
};
for (const [what, [breakIt, message]] of Object.entries(broken)) {
  test(`A picture with ${what} is refused`, () => {
    const bytes = encodeCells({
      rowCount: 2, columnCount: 3, bytesPerValue: 1, values: [0, 1, 2, 3, 4, 5], exceptions: [[2, 1], [4, 3]], peaks: [1, 4],
    });
    decodeCells(bytes);
    breakIt(bytes);
    assert.throws(() => decodeCells(bytes), message);
  });
}

test('Bytes after the end are refused', () => {
  const bytes = encodeCells({ rowCount: 1, columnCount: 1, bytesPerValue: 1, values: [7] });
  assert.throws(() => decodeCells(Uint8Array.from([...bytes, 0])), /1 bytes too many/);
  assert.throws(() => decodeCells([...bytes]), /bytes expected/);
});

test('A number of six bytes is refused', () => {
  const bytes = encodeCells({ rowCount: 0, columnCount: 0, bytesPerValue: 1, values: [] });
  assert.throws(() => decodeCells(Uint8Array.from([...bytes.subarray(0, 12), 128, 128, 128, 128, 128, 1])), /longer than five bytes/);
});

test('A patch changes exactly its cells', () => {
  forAll((whole, next) => {
    const picture = anyPicture(whole, next), cells = decodeCells(encodeCells(picture));
    const changes = picture.values.flatMap((_, index) => (next() < 0.1
      ? [{ index, value: whole(0, LAST[picture.bytesPerValue]), shade: whole(0, 4), peak: next() < 0.5, unknown: whole(0, 3) }] : []));
    const expectedValues = [...picture.values], expectedMarks = [...cells.marks];
    for (const { index, value, shade, peak, unknown } of changes) {
      expectedValues[index] = value;
      expectedMarks[index] = (shade + 1) | (peak ? PEAK_BIT : 0) | unknown << UNKNOWN_SHIFT;
    }
    applyPatch(cells, decodePatch(encodePatch(changes, picture.bytesPerValue), cells));
    assert.deepEqual([...cells.values], expectedValues);
    assert.deepEqual([...cells.marks], expectedMarks);
  });
});

test('A refused patch changes nothing', () => {
  const cells = decodeCells(encodeCells({ rowCount: 2, columnCount: 2, bytesPerValue: 1, values: [1, 2, 3, 4] }));
  const patch = encodePatch([{ index: 0, value: 9, shade: 1 }, { index: 3, value: 9, shade: 1 }], 1);
  for (const [damage, message] of [
    [bytes => bytes.subarray(0, bytes.length - 1), /ends within shade/],
    [bytes => { bytes[3] = 5; return bytes; }, /shade 5 of cell 0/],
    [bytes => { bytes[3] = 1 + 16 * 4; return bytes; }, /shade 65 of cell 0 is not 0..4 with 0..3 quarters unknown/],
    [bytes => { bytes[4] = 4; return bytes; }, /cell 4 in changes is outside 4 cells/],
  ]) {
    assert.throws(() => decodePatch(damage(patch.slice()), cells), message);
    assert.deepEqual([...cells.values], [1, 2, 3, 4]);
    assert.deepEqual([...cells.marks], [0, 0, 0, 0]);
  }
});

test('A patch may say that a cell is now unknown', () => {
  const cells = decodeCells(encodeCells({ rowCount: 1, columnCount: 1, bytesPerValue: 2, values: [500] }));
  applyPatch(cells, decodePatch(encodePatch([{ index: 0, value: markValue(2, UNKNOWN), shade: 0 }], 2), cells));
  assert.equal(cells.values[0], 32767);
  assert.equal(markValue(1, NOT_APPLICABLE), 126);
  assert.equal(markValue(2, NOT_LINKED), 32765);
});

test('The vectors shared with the server hold', async () => {
  const vectors = JSON.parse(await readFile(new URL('vectors.json', import.meta.url), 'utf8'));
  for (const { name, bytes, ...picture } of vectors.cells) {
    assert.equal(Buffer.from(encodeCells(picture)).toString('hex'), bytes, name);
    const read = decodeCells(Uint8Array.from(Buffer.from(bytes, 'hex')));
    assert.deepEqual([...read.values], picture.values, name);
    const quarters = [...read.marks.keys()].map(index => [index, read.marks[index] >> UNKNOWN_SHIFT]);
    assert.deepEqual(quarters.filter(([, unknown]) => unknown > 0), picture.unknown ?? [], name);
  }
  for (const { name, bytes, bytesPerValue, changes } of vectors.patches) {
    const cells = decodeCells(encodeCells({ rowCount: 20, columnCount: 20, bytesPerValue, values: new Uint16Array(400) }));
    const read = decodePatch(Uint8Array.from(Buffer.from(bytes, 'hex')), cells);
    assert.deepEqual(read, changes.map(({ index, value, shade, peak, unknown = 0 }) =>
      ({ index, value, mark: (shade + 1) | (peak ? PEAK_BIT : 0) | unknown << UNKNOWN_SHIFT })), name);
  }
});
