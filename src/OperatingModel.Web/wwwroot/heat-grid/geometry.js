/**
 * Computes where everything stands, by pure functions of sizes, zoom and scroll position. Lengths are CSS pixels.
 */
import { TOP_LEVEL } from './axes.js';

export const SMALLEST_ZOOM = 0.02, LARGEST_ZOOM = 1.6;
/** Below this zoom only the columns become narrower, so that a map of hundreds of stages fits and its rows can still be distinguished. */
export const FARTHEST_ROWS = 0.15;

const COLUMN_PER_ROW = 1.6;                     // width of a column whose neighbours need the room, in row heights
const WIDEST_COLUMN = 120;
const NARROWEST_HEAD = 160, WIDEST_HEAD = 360, HEAD_SHARE = 0.45;
const GROUP_HEIGHT = 28, LINE_HEIGHT = 16, LABEL_PADDING = 12, DEEPEST_LABELS = 148, SHALLOWEST_LABELS = 28;
/** The largest share of the height for the column labels: in a low window they give way to the rows. */
const DEEPEST_HEAD = 0.34;
const WIDEST_WORD = 96;
const READABLE_HEIGHT = 14, READABLE_WIDTH = 18;
const MOST_ELEMENTS = 2400;
const NARROW = 480;
export const CHEVRON_WIDTH = 24, TREE_STEP = 14;
const MOST_OF_A_LEVEL = 0.75;
export const SPARE_ROWS = 1, SPARE_COLUMNS = 1;
export const SMALLEST_WITH_LINES = 6;

const clamp = (value, least, most) => Math.max(least, Math.min(most, value));
export const clampZoom = zoom => clamp(Number.isFinite(zoom) ? zoom : 1, SMALLEST_ZOOM, LARGEST_ZOOM);

/**
 * @typedef {object} Room what the geometry depends on
 * @property {number} width of the whole instrument, without scroll bars
 * @property {number} height
 * @property {number} rowCount
 * @property {number} columnCount
 * @property {boolean} grouped
 * @property {number} zoom
 * @property {number} rowHeight at zoom 1
 * @property {number} grain device pixels per CSS pixel; edges are snapped to them
 * @property {{rowHead: number, columnLabel: number, columnWord: number, cell?: number}} text widths of the longest ones
 *
 * @typedef {Room & ReturnType<typeof parts>} Geometry
 */

/** @param {Room} room @returns {Geometry} */
export const measure = room => ({ ...room, ...parts(room) });

function parts({ width, height, rowCount, columnCount, grouped, zoom, rowHeight, grain, text }) {
  const headWidth = Math.round(Math.min(clamp(text.rowHead, NARROWEST_HEAD, WIDEST_HEAD), width * HEAD_SHARE));
  const viewWidth = Math.max(0, width - headWidth);
  const cellHeight = rowHeight * Math.max(zoom, FARTHEST_ROWS);
  const cellWidth = Math.max(columnWidth(columnCount, viewWidth, rowHeight, zoom), (text.cell ?? 0) * zoom);
  const turned = cellWidth < Math.min(text.columnWord, WIDEST_WORD) + LABEL_PADDING;
  const mostOfHead = height * DEEPEST_HEAD;
  const groupHeight = grouped && mostOfHead >= GROUP_HEIGHT + SHALLOWEST_LABELS ? GROUP_HEIGHT : 0;
  const labels = labelHeight(turned, cellWidth, text.columnLabel);
  const headHeight = groupHeight + Math.floor(Math.min(labels, Math.max(SHALLOWEST_LABELS, mostOfHead - groupHeight)));
  const viewHeight = Math.max(0, height - headHeight);
  const bodyWidth = edge(columnCount, cellWidth, grain);
  const bodyHeight = edge(rowCount, cellHeight, grain);
  const readable = cellHeight >= READABLE_HEIGHT && cellWidth >= READABLE_WIDTH;
  const shown = Math.min(rowCount, viewHeight / cellHeight + 2 * SPARE_ROWS + 1)
    * Math.min(columnCount, viewWidth / cellWidth + 2 * SPARE_COLUMNS + 1);
  return {
    headWidth, headHeight, groupHeight, viewWidth, viewHeight, cellWidth, cellHeight, turned, bodyWidth, bodyHeight, readable,
    /** whether the cells are elements while nothing moves; otherwise they are painted */
    asElements: readable && shown <= MOST_ELEMENTS,
    textStep: textStep(cellHeight, cellWidth),
    /** the indentation of row labels: the room before them and the step per level, and whether codes are written */
    tree: width > NARROW ? { start: 4, step: TREE_STEP, codes: true } : { start: 0, step: 8, codes: false },
    farthest: { x: Math.max(0, bodyWidth - viewWidth), y: Math.max(0, bodyHeight - viewHeight) },
  };
}

/** Columns share the width when they fit, and scroll when they do not. */
export function columnWidth(count, available, rowHeight, zoom) {
  const own = rowHeight * COLUMN_PER_ROW * zoom;
  return Math.max(own, Math.min(available / Math.max(1, count), WIDEST_COLUMN * Math.max(1, zoom)));
}

/** Returns the largest zoom up to 1 at which all columns are in view, or the smallest allowed. @param {Geometry} geometry */
export const fittingZoom = ({ viewWidth, columnCount, rowHeight, text }) =>
  clampZoom(Math.min(1, viewWidth / (Math.max(1, columnCount) * Math.max(rowHeight * COLUMN_PER_ROW, text.cell ?? 0))));

/** The room on a landscape page of A4 inside its margins, without a title and a legend. */
const SHEET = { width: 1040, height: 560 };
const SMALLEST_PRINT = 0.5;

/**
 * Fits the whole map on one sheet of paper: it is printed smaller, down to half its size, and zoomed out further if that is not enough.
 * @param {Room} room @returns {{scale: number, width: number, height: number, zoom: number}} the room to draw in, which is printed at the scale
 */
export function onPaper(room) {
  const whole = measure({ ...room, ...SHEET, zoom: 1 });
  const columns = whole.headWidth + room.columnCount * room.rowHeight * COLUMN_PER_ROW;
  const scale = clamp(Math.min(SHEET.height / (whole.headHeight + whole.bodyHeight), SHEET.width / columns), SMALLEST_PRINT, 1);
  const sheet = { width: Math.floor(SHEET.width / scale), height: Math.floor(SHEET.height / scale) };
  const large = measure({ ...room, ...sheet, zoom: 1 });
  const zoom = clampZoom(Math.min(fittingZoom(large), Math.max(FARTHEST_ROWS, large.viewHeight / Math.max(1, large.bodyHeight))));
  const { headHeight, bodyHeight } = measure({ ...room, ...sheet, zoom });
  return { scale, zoom, width: sheet.width, height: Math.min(sheet.height, Math.ceil(headHeight + bodyHeight) + 1) };
}

function labelHeight(turned, cellWidth, longest) {
  if (turned) {
    return Math.ceil(Math.min(longest, DEEPEST_LABELS)) + LABEL_PADDING;
  }
  const lines = longest + LABEL_PADDING <= cellWidth ? 1 : 2;
  return lines * LINE_HEIGHT + LABEL_PADDING;
}

/** Numbers grow with the cells, in the steps of the style sheet. */
function textStep(cellHeight, cellWidth) {
  if (cellHeight < 22 || cellWidth < 32) {
    return 12;
  }
  if (cellHeight >= 50 && cellWidth >= 72) {
    return 16;
  }
  return cellHeight >= 38 && cellWidth >= 56 ? 14 : 13;
}

/** Returns the start of a cell, snapped to device pixels so that hairlines stay sharp. */
export const edge = (index, size, grain) => Math.round(index * size * grain) / grain;

/** Returns the index of the cell that covers an offset; it may lie outside 0..count-1. */
export function indexAt(offset, size, grain) {
  const index = Math.floor(offset / size);
  if (offset < edge(index, size, grain)) {
    return index - 1;
  }
  return offset >= edge(index + 1, size, grain) ? index + 1 : index;
}

/** Returns the cells first..end-1 in view, with some spare ones around them. */
export function windowOf(scroll, view, size, count, spare) {
  const first = Math.floor(scroll / size) - spare;
  const end = Math.ceil((scroll + view) / size) + spare;
  return { first: clamp(first, 0, count), end: clamp(end, 0, count) };
}

/** @param {Geometry} geometry @param {{x: number, y: number}} scroll */
export const clampScroll = ({ farthest }, { x, y }) => ({ x: clamp(x, 0, farthest.x), y: clamp(y, 0, farthest.y) });

/**
 * Returns the scroll position after a zoom: the same point of the content stays under the pointer (in the instrument's coordinates).
 * @param {Geometry} before @param {Geometry} after @param {{x: number, y: number}} scroll @param {{x: number, y: number}} pointer
 */
export function zoomedScroll(before, after, scroll, pointer) {
  const from = { x: Math.max(0, pointer.x - before.headWidth), y: Math.max(0, pointer.y - before.headHeight) };
  const to = { x: Math.max(0, pointer.x - after.headWidth), y: Math.max(0, pointer.y - after.headHeight) };
  return clampScroll(after, {
    x: (scroll.x + from.x) / before.cellWidth * after.cellWidth - to.x,
    y: (scroll.y + from.y) / before.cellHeight * after.cellHeight - to.y,
  });
}

/**
 * Returns the scroll position that leaves a row at the same distance below the header, and the height that the content must have for that:
 * rows below may be gone, and the content would otherwise be too short to stay scrolled that far.
 * @param {number} offset of the row's top from the header's lower edge
 */
export function keptScroll(geometry, row, offset) {
  const y = Math.max(0, edge(row, geometry.cellHeight, geometry.grain) - offset);
  return { y, contentHeight: Math.max(geometry.bodyHeight, y + geometry.viewHeight) };
}

/** Whether a line stands above a row, to separate its branch from the one before; small rows that are whole branches get no lines. */
export const isBranchEdge = (levels, row, cellHeight) =>
  row > 0 && levels[row] === TOP_LEVEL && (cellHeight >= SMALLEST_WITH_LINES || levels[row - 1] !== TOP_LEVEL);

/** Returns the nearest scroll position at which the whole cell is in view. */
export function revealed(scroll, view, start, end) {
  if (start < scroll) {
    return start;
  }
  return end > scroll + view ? Math.min(start, end - view) : scroll;
}

/**
 * Chooses the labels to write when there is not room for all: no two come closer than `gap`. Of the top level all that fit are written; a
 * deeper level only when most of it fits, because a few chance names would say nothing about the rest.
 * @param {number[]} levels @returns {Uint8Array} 1: written
 */
export function thinned(levels, size, gap) {
  const shown = new Uint8Array(levels.length);
  const reach = Math.max(0, Math.ceil(gap / size) - 1);
  const ordered = [...new Set(levels)].sort((a, b) => a - b);
  for (const level of ordered) {
    const { tried, written, count } = writeLevel(levels, level, shown, reach);
    if (level !== ordered[0] && written < count * MOST_OF_A_LEVEL) {
      return shown;
    }
    shown.set(tried);
  }
  return shown;
}

/**
 * Chooses the columns to label when there is not room for all: in each group those around its middle, no two closer than `gap`, and none that
 * would lie under a label that is always written.
 * @param {{first: number, end: number}[]} spans @param {number[]} always columns @returns {number[]} without those
 */
export function labelled(spans, cellWidth, gap, always) {
  const every = Math.max(1, Math.ceil(gap / cellWidth));
  const chosen = [];
  for (const { first, end } of spans) {
    for (let column = first + (every >> 1); column < end; column += every) {
      const isFree = other => other === undefined || Math.abs(column - other) * cellWidth >= gap;
      if (isFree(chosen.at(-1)) && always.every(isFree)) {
        chosen.push(column);
      }
    }
  }
  return chosen;
}

function writeLevel(levels, level, shown, reach) {
  const tried = shown.slice();
  let written = 0, count = 0;
  let last = -Infinity;
  for (let i = 0; i < levels.length; i++) {
    if (levels[i] === level) {
      count++;
      if (i - last > reach && !shown.subarray(Math.max(0, i - reach), i + reach + 1).includes(1)) {
        tried[i] = 1;
        written++;
        last = i;
      }
    }
  }
  return { tried, written, count };
}
