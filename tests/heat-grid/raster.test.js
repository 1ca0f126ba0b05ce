import assert from 'node:assert/strict';
import { test } from 'node:test';
import { edge, indexAt } from '../../src/OperatingModel.Web/wwwroot/heat-grid/geometry.js';
import { Hatch, raster } from '../../src/OperatingModel.Web/wwwroot/heat-grid/raster.js';
import { FACE_UNKNOWN } from '../../src/OperatingModel.Web/wwwroot/heat-grid/scale.js';
import { forAll } from './random.js';

const GROUND = 0xffffffff, LINE = 0xffcccccc, INK = 0xff000000;
const COLOURS = Uint32Array.from([1, 2, 3, 4, 5, 6, 7, 8].map(n => (0xff000000 | n) >>> 0));

function anyJob(whole, next) {
  const width = whole(1, 120), height = whole(1, 90), gap = whole(0, 2), size = { x: gap + 1 + next() * 12, y: gap + 1 + next() * 12 };
  const scroll = { x: whole(0, 60), y: whole(0, 60) };
  const count = { rows: whole(1, 30), columns: whole(1, 30) };
  const faces = Array.from({ length: count.rows * count.columns }, () => whole(0, 7));
  const edges = (n, length, shift) => Array.from({ length: n + 1 }, (_, i) => edge(i, length, 1) - shift);
  return {
    pixels: new Uint32Array(width * height), width, height, firstRow: 0, firstColumn: 0, gap, size, scroll, count,
    rowEdges: edges(count.rows, size.y, scroll.y), columnEdges: edges(count.columns, size.x, scroll.x),
    face: (row, column) => faces[row * count.columns + column],
    unknown: () => 0, strip: 1, stripHatch: new Hatch(width, 1, INK, GROUND),
    layers: [COLOURS], hatch: new Hatch(width, 1, INK, GROUND), hatchShift: next() < 0.5 ? null : scroll.x + scroll.y, ground: GROUND, line: LINE,
  };
}

test('Every pixel has the colour of the cell it lies in', () => {
  forAll((whole, next) => {
    const job = anyJob(whole, next);
    raster(job);
    for (let y = 0; y < job.height; y++) {
      for (let x = 0; x < job.width; x++) {
        const row = indexAt(y + job.scroll.y, job.size.y, 1), column = indexAt(x + job.scroll.x, job.size.x, 1);
        const pixel = job.pixels[y * job.width + x];
        if (row >= job.count.rows || column >= job.count.columns) {
          assert.equal(pixel, GROUND, `${x},${y} is outside the map`);
        } else if (y >= job.rowEdges[row + 1] - job.gap) {
          assert.equal(pixel, LINE, `${x},${y} is a line`);
        } else if (x >= job.columnEdges[column + 1] - job.gap) {
          assert.equal(pixel, GROUND, `${x},${y} is a gap`);
        } else if (job.face(row, column) !== FACE_UNKNOWN) {
          assert.equal(pixel, COLOURS[job.face(row, column)], `${x},${y} is in cell ${row},${column}`);
        }
      }
    }
  });
});

test('The unknown share of a cell is hatched along its lower edge, from the right, and nothing else is', () => {
  forAll((whole, next) => {
    const job = anyJob(whole, next), strip = whole(1, 4);
    const quarters = Array.from({ length: job.count.rows * job.count.columns }, () => whole(0, 3));
    const unknown = (row, column) => quarters[row * job.count.columns + column];
    // A hatch of one colour that no cell has.
    const known = { ...job, face: () => 1 };
    const mark = 0xff123456;
    raster({ ...known, unknown, strip, stripHatch: new Hatch(job.width, 1, mark, mark) });
    for (let y = 0; y < job.height; y++) {
      for (let x = 0; x < job.width; x++) {
        const row = indexAt(y + job.scroll.y, job.size.y, 1), column = indexAt(x + job.scroll.x, job.size.x, 1);
        if (row >= job.count.rows || column >= job.count.columns) {
          continue;
        }
        const bottom = job.rowEdges[row + 1] - job.gap, right = job.columnEdges[column + 1] - job.gap;
        const share = Math.max(1, Math.round((right - job.columnEdges[column]) * unknown(row, column) / 4));
        const isMarked = unknown(row, column) > 0 && y >= bottom - strip && y >= job.rowEdges[row] && y < bottom && x >= right - share && x < right;
        assert.equal(job.pixels[y * job.width + x] === mark, isMarked, `${x},${y} in cell ${row},${column}`);
      }
    }
  }, 60);
});

test('Unknown cells are hatched, and the hatch moves with the content', () => {
  const paint = scroll => {
    const width = 80, height = 60, pixels = new Uint32Array(width * height);
    raster({
      pixels, width, height, firstRow: 0, firstColumn: 0, rowEdges: [0 - scroll.y, 200 - scroll.y],
      columnEdges: [0 - scroll.x, 300 - scroll.x], face: () => FACE_UNKNOWN, unknown: () => 0, strip: 1, layers: [COLOURS],
      hatch: new Hatch(width, 1, INK, GROUND), hatchShift: scroll.x + scroll.y, ground: GROUND, line: LINE, gap: 0,
    });
    return (x, y) => pixels[y * width + x];
  };
  const still = paint({ x: 0, y: 0 }), moved = paint({ x: 7, y: 3 });
  const seen = new Set();
  for (let y = 0; y < 50; y++) {
    for (let x = 0; x < 70; x++) {
      assert.equal(moved(x, y), still(x + 7, y + 3));
      seen.add(still(x, y));
    }
  }
  assert.ok(seen.has(GROUND) && seen.has(INK));
});

test('In layers a cell is filled from below, the higher its shade the higher', () => {
  const layers = [4, 3, 2, 1].map(quarter => Uint32Array.from([0, 1, 2, 3, 4, 0, 0, 0], shade => (shade >= quarter ? INK : GROUND)));
  for (const shade of [0, 1, 2, 3, 4]) {
    const pixels = new Uint32Array(8 * 8);
    raster({
      pixels, width: 8, height: 8, firstRow: 0, firstColumn: 0, rowEdges: [0, 8], columnEdges: [0, 8], face: () => shade,
      layers, hatch: new Hatch(8, 1, INK, GROUND), hatchShift: 0, ground: GROUND, line: LINE, gap: 0,
    });
    const dark = [...pixels.keys()].filter(i => pixels[i] === INK);
    assert.equal(dark.length, 64 * shade / 4);
    assert.ok(dark.every(i => i >= 64 - dark.length));
  }
});
