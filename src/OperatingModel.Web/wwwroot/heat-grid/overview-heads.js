/**
 * Paints the labels around the overview. Small rows and columns get fewer labels; those of top rows and groups stay readable.
 */
import { TOP_LEVEL } from './axes.js';
import { CHEVRON_WIDTH, TREE_STEP, edge, isBranchEdge, labelled, thinned } from './geometry.js';
import { origin } from './view.js';

const LINE = 16, PADDING = 12, INSET = 6, GAP = 8;

/** @typedef {import('./brush.js').Brush} Brush @typedef {import('./view.js').View} View @typedef {{first: number, end: number}} Range */

/** @param {Brush} brush @param {View} view @param {Range} rows */
export function paintRowHead(brush, view, rows) {
  const { picture: { axes }, geometry } = view;
  const { headWidth, headHeight, viewHeight, cellHeight, grain } = geometry;
  const { y } = origin(view);
  const middle = row => y + row * cellHeight + Math.max(cellHeight, LINE) / 2;
  const shown = thinned(axes.levels, cellHeight, LINE);
  const pinned = pinnedBranch(view, rows, middle);
  brush.within(0, headHeight, headWidth, viewHeight, () => {
    brush.fill('surface', 0, headHeight, headWidth, viewHeight);
    if (geometry.readable) {
      wholeRowHead(brush, view, rows);
      return;
    }
    for (let row = rows.first; row < rows.end; row++) {
      if (isBranchEdge(axes.levels, row, cellHeight)) {
        brush.fill('line-strong', 0, y + edge(row, cellHeight, grain) - 1, headWidth, 1);
      }
      if (shown[row] && row !== pinned?.row && (middle(row) >= (pinned?.y ?? -Infinity) + LINE || axes.levels[row] === TOP_LEVEL)) {
        rowLabel(brush, view, row, middle(row));
      }
    }
    if (pinned) {
      rowLabel(brush, view, pinned.row, pinned.y);
    }
    for (const [row, ground] of chosen(view, 'row')) {
      if (row >= rows.first && row < rows.end) {
        rowLabel(brush, view, row, Math.max(headHeight + LINE / 2, middle(row)), ground);
      }
    }
  });
  brush.fill('line-strong', headWidth - 1, headHeight, 1, viewHeight);
}

/** Keeps the name of the branch that reaches into the view at the top until the next branch pushes it out. */
function pinnedBranch({ picture: { axes }, geometry: { headHeight } }, rows, middle) {
  if (rows.first >= rows.end) {
    return null;
  }
  const row = axes.branchOf(rows.first);
  const next = axes.levels.indexOf(TOP_LEVEL, rows.first + 1);
  const pushed = next < 0 ? Infinity : middle(next) - LINE;
  return { row, y: Math.max(middle(row), Math.min(pushed, headHeight + LINE / 2)) };
}

/** Paints only the label of a row that is too small for more. */
function rowLabel(brush, { picture: { axes }, geometry: { headWidth } }, row, y, ground) {
  const { label } = axes.rows[row];
  const level = axes.levels[row];
  const x = PADDING + (level - TOP_LEVEL) * TREE_STEP;
  if (ground) {
    brush.fill(ground, 0, y - LINE / 2, headWidth, LINE);
  }
  brush.letters(level === TOP_LEVEL || ground ? 'ink' : 'ink-soft', level === TOP_LEVEL ? 600 : 400, 'left');
  brush.write(label, x, y - LINE / 2, LINE, headWidth - x - INSET);
}

/** Paints the headers of rows in full, as their elements look. */
function wholeRowHead(brush, view, rows) {
  const { picture: { axes }, geometry } = view;
  const { headWidth, cellHeight, grain, tree } = geometry;
  const grounds = chosen(view, 'row');
  for (let row = rows.first; row < rows.end; row++) {
    const { label, code, isParent, expanded } = axes.rows[row];
    const level = axes.levels[row];
    const top = origin(view).y + edge(row, cellHeight, grain);
    const bottom = origin(view).y + edge(row + 1, cellHeight, grain) - 1;
    const line = Math.floor(cellHeight) - 1;
    brush.fill(axes.levels[row + 1] === TOP_LEVEL ? 'line-strong' : 'line', 0, bottom, headWidth, 1);
    if (grounds.has(row)) {
      brush.fill(grounds.get(row), 0, top, headWidth, bottom - top);
    }
    let x = tree.start + (level - TOP_LEVEL) * tree.step;
    if (isParent) {
      chevron(brush, x + CHEVRON_WIDTH / 2, (top + bottom) / 2, expanded);
    }
    x += CHEVRON_WIDTH;
    if (code && tree.codes) {
      brush.letters('ink-faint', 400, 'left');
      x += brush.writeTabular(code, x, top, line) + GAP;
    }
    brush.letters('ink', level === TOP_LEVEL ? 600 : 400, 'left', brush.tokens.text(13));
    brush.write(label, x, top, line, headWidth - x - GAP - 1);
  }
}

/** Paints the sign of a parent, which points right when folded and down when unfolded. */
function chevron({ pen, tokens }, x, y, expanded) {
  pen.save();
  pen.translate(x, y);
  pen.rotate(expanded ? Math.PI / 4 : -Math.PI / 4);
  pen.strokeStyle = tokens.colour('ink-faint');
  pen.lineWidth = 1.25;
  pen.beginPath();
  pen.moveTo(3, -3.75);
  pen.lineTo(3, 3);
  pen.lineTo(-3.75, 3);
  pen.stroke();
  pen.restore();
}

/** @param {Brush} brush @param {View} view @param {Range} columns */
export function paintColumnHead(brush, view, columns) {
  const { picture: { axes }, geometry } = view;
  const { headWidth, headHeight, viewWidth, cellWidth } = geometry;
  const marked = chosen(view, 'column');
  brush.within(headWidth, 0, viewWidth, headHeight, () => {
    brush.fill('surface', headWidth, 0, viewWidth, headHeight);
    const spans = axes.spans.length > 0 ? axes.spans : [{ first: 0, end: axes.columns.length }];
    for (const column of labelled(spans, cellWidth, LINE, [...marked.keys()])) {
      if (column >= columns.first && column < columns.end) {
        columnLabel(brush, view, column);
      }
    }
    for (const [column, ground] of marked) {
      if (column >= columns.first && column < columns.end) {
        columnLabel(brush, view, column, ground);
      }
    }
    if (geometry.groupHeight > 0) {
      paintGroups(brush, view);
    }
  });
  brush.fill('line-strong', headWidth, headHeight - 1, viewWidth, 1);
}

function columnLabel(brush, view, column, ground) {
  const { picture: { axes }, geometry: { headHeight, groupHeight, cellWidth, turned } } = view;
  const { pen } = brush;
  const middle = origin(view).x + (column + 0.5) * cellWidth;
  if (ground) {
    const breadth = Math.max(cellWidth, LINE);
    brush.fill(ground, middle - breadth / 2, groupHeight, breadth, headHeight - groupHeight);
  }
  brush.letters(ground ? 'ink' : 'ink-soft', 500, turned ? 'left' : 'center');
  const { label } = axes.columns[column];
  if (turned) {
    pen.save();
    pen.translate(middle, headHeight - 1 - INSET);
    pen.rotate(-Math.PI / 2);
    brush.write(label, 0, -LINE / 2, LINE, headHeight - groupHeight - 2 * INSET);
    pen.restore();
  } else {
    brush.writeAbove(label, middle, headHeight - 1 - INSET, LINE, cellWidth - LINE);
  }
}

/** Paints the names of the groups; a name stays in view as long as its group has room for it. */
function paintGroups(brush, view) {
  const { picture: { axes }, geometry: { headWidth, headHeight, groupHeight, cellWidth, viewWidth, columnCount, grain } } = view;
  const { x } = origin(view);
  for (const { label, first, end } of axes.spans) {
    const left = x + edge(first, cellWidth, grain), right = x + edge(end, cellWidth, grain);
    if (right > headWidth && left < headWidth + viewWidth) {
      brush.letters('ink', 600, 'left');
      const room = right - left - 1 - 2 * GAP;
      const start = Math.max(left, Math.min(headWidth, right - 1 - 2 * GAP - Math.min(room, brush.widthOf(label))));
      brush.write(label, start + GAP, 0, groupHeight, room);
      if (end < columnCount) {
        // Labels are wider than small columns, and a line would cross them.
        brush.fill('line-strong', right - 1, 0, 1, cellWidth >= LINE ? headHeight : groupHeight);
      }
    }
  }
  if (axes.spans.length > 0) {
    brush.fill('line', headWidth, groupHeight - 1, viewWidth, 1);
  }
}

/** @param {Brush} brush @param {View} view */
export function paintCorner(brush, { picture: { axes }, geometry: { headWidth, headHeight } }) {
  brush.fill('surface', 0, 0, headWidth, headHeight);
  brush.letters('ink-faint', 400, 'left');
  brush.write(axes.corner, PADDING, headHeight - 1 - INSET - LINE, LINE, headWidth - 2 * PADDING);
  brush.fill('line-strong', 0, headHeight - 1, headWidth, 1);
  brush.fill('line-strong', headWidth - 1, 0, 1, headHeight);
}

/** Returns the rows or columns whose label is always written, each with its background; the last one lies on top. */
function chosen({ selected, pointed }, way) {
  const marked = new Map();
  for (const [spot, ground] of [[selected, 'surface-selected'], [pointed, 'surface-sunken']]) {
    if (spot && spot[way] >= 0) {
      marked.set(spot[way], ground);
    }
  }
  return marked;
}
