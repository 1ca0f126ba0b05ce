import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  FARTHEST_ROWS, LARGEST_ZOOM, SMALLEST_ZOOM, clampZoom, columnWidth, edge, fittingZoom, indexAt, isBranchEdge, keptScroll,
  labelled, measure, onPaper, revealed, thinned, windowOf, zoomedScroll,
} from '../../src/OperatingModel.Web/wwwroot/heat-grid/geometry.js';
import { boxOf, spotAt } from '../../src/OperatingModel.Web/wwwroot/heat-grid/view.js';
import { forAll } from './random.js';

const GRAINS = [1, 1.25, 1.5, 2, 3];
const TEXT = { rows: [], rowHead: 240, columnLabel: 150, columnWord: 80 };

const anyRoom = (whole, next) => ({
  width: whole(300, 2600), height: whole(300, 1600), rowCount: whole(1, 1500), columnCount: whole(1, 300), grouped: next() < 0.5,
  zoom: SMALLEST_ZOOM + next() * (LARGEST_ZOOM - SMALLEST_ZOOM), rowHeight: whole(24, 40), grain: GRAINS[whole(0, 4)], text: TEXT,
});

test('Cells lie side by side without gap or overlap', () => {
  forAll((whole, next) => {
    const size = 2 + next() * 60, grain = GRAINS[whole(0, 4)];
    for (let i = 0; i < 50; i++) {
      const width = edge(i + 1, size, grain) - edge(i, size, grain);
      assert.ok(Math.abs(width - size) <= 1 / grain + 1e-9);
      assert.ok(Math.abs(edge(i, size, grain) * grain - Math.round(edge(i, size, grain) * grain)) < 1e-6);
    }
  });
});

test('The cell found at an offset is the one that covers it', () => {
  forAll((whole, next) => {
    const size = 2 + next() * 60, grain = GRAINS[whole(0, 4)], offset = next() * 5000;
    const index = indexAt(offset, size, grain);
    assert.ok(edge(index, size, grain) <= offset && offset < edge(index + 1, size, grain));
  });
});

test('Every visible cell is in the window, and none far outside', () => {
  forAll((whole, next) => {
    const size = 2 + next() * 60, view = whole(0, 2000), count = whole(0, 2000), spare = whole(0, 6);
    const scroll = next() * Math.max(0, count * size - view);
    const { first, end } = windowOf(scroll, view, size, count, spare);
    for (let i = 0; i < count; i++) {
      const visible = (i + 1) * size > scroll && i * size < scroll + view;
      const near = (i + 1 + spare + 1) * size > scroll && (i - spare - 1) * size < scroll + view;
      assert.ok(!visible || (i >= first && i < end), `${i} is missing`);
      assert.ok(near || i < first || i >= end, `${i} is too far`);
    }
  });
});

test('Columns share the room when they fit, and keep their own width when they do not', () => {
  forAll((whole, next) => {
    const count = whole(1, 300), available = whole(100, 2000), row = whole(24, 40), zoom = 0.15 + next() * 1.45;
    const width = columnWidth(count, available, row, zoom), own = row * 1.6 * zoom;
    assert.ok(width >= own - 1e-9);
    assert.ok(width <= Math.max(own, 120 * Math.max(1, zoom)) + 1e-9);
    if (count * own > available) {
      assert.equal(width, own);
    } else {
      assert.ok(count * width <= available + 1e-6);
    }
  });
  assert.equal(columnWidth(10, 1100, 28, 1), 110);
  assert.equal(columnWidth(4, 1100, 28, 1), 120);
});

test('At the fitting zoom all columns are seen at once, unless even the smallest zoom does not reach', () => {
  forAll((whole, next) => {
    const before = measure(anyRoom(whole, next));
    const zoom = fittingZoom(before);
    const after = measure({ ...before, zoom });
    assert.ok(zoom <= 1 && (zoom === SMALLEST_ZOOM || after.bodyWidth <= after.viewWidth + 1));
  });
});

test('On a phone the row header takes at most 45 % and cells stay at least 36 pixels wide', () => {
  const phone = measure({ width: 390, height: 700, rowCount: 39, columnCount: 10, grouped: true, zoom: 1, rowHeight: 28, grain: 2, text: TEXT });
  assert.ok(phone.headWidth <= 390 * 0.45 + 1);
  assert.ok(phone.cellWidth >= 36);
});

test('Readable cells are elements, and never more than a few thousand', () => {
  forAll((whole, next) => {
    const room = measure(anyRoom(whole, next));
    if (room.asElements) {
      const rows = windowOf(0, room.viewHeight, room.cellHeight, room.rowCount, 1);
      const columns = windowOf(0, room.viewWidth, room.cellWidth, room.columnCount, 1);
      assert.ok(room.cellHeight >= 14 && room.cellWidth >= 18);
      assert.ok((rows.end - rows.first) * (columns.end - columns.first + 6) < 3000);
    }
  });
  const usual = { width: 1440, height: 850, rowCount: 1500, columnCount: 300, grouped: true, rowHeight: 28, grain: 1, text: TEXT };
  assert.equal(measure({ ...usual, zoom: 1 }).asElements, true);
  assert.equal(measure({ ...usual, zoom: 0.3 }).asElements, false);
});

test('A zoom keeps the point under the pointer, unless the map ends', () => {
  forAll((whole, next) => {
    const room = anyRoom(whole, next);
    const before = measure(room), after = measure({ ...room, zoom: clampZoom(room.zoom * (0.5 + next() * 1.5)) });
    const scroll = { x: next() * before.farthest.x, y: next() * before.farthest.y };
    const pointer = {
      x: before.headWidth + next() * before.viewWidth,
      y: Math.max(before.headHeight, after.headHeight) + next() * before.viewHeight,
    };
    const moved = zoomedScroll(before, after, scroll, pointer);
    const content = (geometry, at) => ({
      column: (pointer.x - geometry.headWidth + at.x) / geometry.cellWidth,
      row: (pointer.y - geometry.headHeight + at.y) / geometry.cellHeight,
    });
    const was = content(before, scroll), is = content(after, moved);
    if (moved.x > 0 && moved.x < after.farthest.x) {
      assert.ok(Math.abs(was.column - is.column) < 1e-6);
    }
    if (moved.y > 0 && moved.y < after.farthest.y) {
      assert.ok(Math.abs(was.row - is.row) < 1e-6);
    }
    assert.ok(moved.x >= 0 && moved.x <= after.farthest.x && moved.y >= 0 && moved.y <= after.farthest.y);
  }, 500);
});

test('A row that is folded or unfolded keeps its place on the screen exactly', () => {
  forAll((whole, next) => {
    const room = anyRoom(whole, next), before = measure(room);
    const row = whole(0, room.rowCount - 1), scroll = next() * before.farthest.y;
    const offset = edge(row, before.cellHeight, room.grain) - scroll;
    const after = measure({ ...room, rowCount: Math.max(row + 1, room.rowCount + whole(-200, 200)) });
    const { y, contentHeight } = keptScroll(after, row, offset);
    assert.ok(Math.abs(edge(row, after.cellHeight, room.grain) - y - offset) < 1e-9);
    assert.ok(y >= 0 && y + after.viewHeight <= contentHeight + 1e-9);
  });
});

test('Revealing scrolls only when needed, and then no farther than needed', () => {
  assert.equal(revealed(100, 500, 200, 230), 100);
  assert.equal(revealed(100, 500, 50, 80), 50);
  assert.equal(revealed(100, 500, 590, 620), 120);
  assert.equal(revealed(100, 20, 590, 620), 590);
});

test('Labels never come closer than the gap, and the top level goes first', () => {
  forAll((whole, next) => {
    const levels = Array.from({ length: whole(1, 300) }, () => whole(1, 4)), size = 1 + next() * 20, gap = 16;
    const shown = thinned(levels, size, gap);
    const written = [...shown.keys()].filter(i => shown[i]);
    written.forEach((row, i) => assert.ok(i === 0 || (row - written[i - 1]) * size >= gap - 1e-9));
    const top = Math.min(...levels);
    const reach = Math.ceil(gap / size) - 1;
    const crowded = i => written.some(row => levels[row] === top && Math.abs(row - i) <= reach);
    levels.forEach((level, i) => assert.ok(level !== top || shown[i] || crowded(i), `top row ${i} is neither written nor crowded out`));
  });
});

test('A level of which only a few labels fit is left out', () => {
  const levels = Array.from({ length: 100 }, (_, i) => (i % 10 === 0 ? 1 : 2));
  assert.equal(thinned(levels, 16, 16).reduce((a, b) => a + b), 100);
  assert.equal(thinned(levels, 8, 16).reduce((a, b) => a + b), 10);
});

test('A point hits the cell whose box it lies in', () => {
  forAll((whole, next) => {
    const geometry = measure(anyRoom(whole, next));
    const view = { geometry, scroll: { x: next() * geometry.farthest.x, y: next() * geometry.farthest.y } };
    const point = { x: next() * geometry.width, y: next() * geometry.height };
    const spot = spotAt(view, point);
    if (spot) {
      const box = boxOf(view, spot), slack = 1 / geometry.grain;
      assert.ok(point.x >= box.x - slack && point.x <= box.x + box.width + slack);
      assert.ok(point.y >= box.y - slack && point.y <= box.y + box.height + slack);
      assert.ok(spot.row >= -1 && spot.row < geometry.rowCount && spot.column >= -1 && spot.column < geometry.columnCount);
    }
  }, 1000);
});

test('The whole map goes on one sheet of paper, at half its size or larger', () => {
  forAll((whole, next) => {
    const room = anyRoom(whole, next);
    const { scale, ...paper } = onPaper(room);
    const { farthest, headHeight, bodyHeight } = measure({ ...room, ...paper });
    assert.ok(scale >= 0.5 && scale <= 1);
    assert.ok(paper.width * scale <= 1040 && paper.height * scale <= 560 + 1);
    assert.ok(paper.zoom === SMALLEST_ZOOM || farthest.x <= 1, `${farthest.x} more columns`);
    if (paper.zoom > FARTHEST_ROWS) {
      assert.ok(headHeight + bodyHeight <= paper.height + 1, `${headHeight} + ${bodyHeight} on ${paper.height}`);
    }
  });
});

test('However low the window, rows are seen under the column heads', () => {
  for (const height of [96, 112, 153, 200, 261, 369]) {
    for (const grouped of [true, false]) {
      const { headHeight, viewHeight } = measure({
        width: 360, height, rowCount: 39, columnCount: 10, grouped, zoom: 1, rowHeight: 28, grain: 2, text: TEXT,
      });
      assert.equal(headHeight + viewHeight, height);
      assert.ok(viewHeight >= 2 * 28, `${viewHeight} px of ${height} are left for rows`);
      assert.ok(viewHeight >= height * 0.65 || headHeight <= 28, `heads take ${headHeight} px of ${height}`);
    }
  }
  const high = measure({ width: 1400, height: 700, rowCount: 39, columnCount: 60, grouped: true, zoom: 1, rowHeight: 28, grain: 1, text: TEXT });
  assert.equal(high.headHeight, 28 + 160);
});

test('A map of wide cells that is fitted shows all its columns, too', () => {
  const text = { ...TEXT, cell: 70 };
  const room = { width: 1100, height: 700, rowCount: 400, columnCount: 60, grouped: false, zoom: 1, rowHeight: 28, grain: 1, text };
  const zoom = fittingZoom(measure(room)), fitted = measure({ ...room, zoom });
  assert.ok(fitted.bodyWidth <= fitted.viewWidth + 1);
});

test('A map of 144 stages beside a panel is fitted whole', () => {
  const text = { ...TEXT, rowHead: 347 };
  const room = { width: 800, height: 600, rowCount: 400, columnCount: 144, grouped: true, zoom: 1, rowHeight: 28, grain: 1, text };
  const fitted = measure({ ...room, zoom: fittingZoom(measure(room)) });
  assert.ok(fitted.bodyWidth <= fitted.viewWidth + 1, `${fitted.bodyWidth} in ${fitted.viewWidth}`);
});

test('Branches that are single small rows are not buried under their lines', () => {
  assert.deepEqual([0, 1, 2, 3, 4].map(row => isBranchEdge([1, 1, 2, 1, 1], row, 28)), [false, true, false, true, true]);
  assert.deepEqual([0, 1, 2, 3, 4].map(row => isBranchEdge([1, 1, 2, 1, 1], row, 4)), [false, false, false, true, false]);
});

test('From far away only columns become narrower', () => {
  const room = { width: 800, height: 600, rowCount: 400, columnCount: 300, grouped: true, rowHeight: 28, grain: 1, text: TEXT };
  assert.equal(measure({ ...room, zoom: 0.03 }).cellHeight, 28 * FARTHEST_ROWS);
  assert.ok(measure({ ...room, zoom: 0.03 }).cellWidth < measure({ ...room, zoom: 0.15 }).cellWidth);
});

test('Column labels never lie on each other, not at the border of groups and not beside one that is always written', () => {
  forAll((whole, next) => {
    const ends = Array.from({ length: whole(1, 12) }, () => whole(1, 30)).reduce((all, count) => [...all, (all.at(-1) ?? 0) + count], []);
    const spans = ends.map((end, i) => ({ first: ends[i - 1] ?? 0, end }));
    const cellWidth = 1 + next() * 40, always = Array.from({ length: whole(0, 2) }, () => whole(0, ends.at(-1) - 1));
    const chosen = labelled(spans, cellWidth, 16, always);
    chosen.forEach((column, i) => {
      assert.ok(i === 0 || (column - chosen[i - 1]) * cellWidth >= 16);
      assert.ok(always.every(other => Math.abs(other - column) * cellWidth >= 16));
    });
    assert.ok(cellWidth < 16 || always.length > 0 || chosen.length === ends.at(-1), 'where there is room every column has its label');
  });
});
