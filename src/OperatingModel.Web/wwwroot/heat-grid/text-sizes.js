/**
 * Measures the room that the labels need, which decides the width of the row header and when column labels are turned.
 */
import { TOP_LEVEL } from './axes.js';
import { CHEVRON_WIDTH, TREE_STEP } from './geometry.js';

const PADDING = 20, GAP = 8, FLAG = 20;
const TABULAR = 1.1;                            // digits of equal width are wider than the canvas measures them

/** @param {import('./axes.js').Axes} axes @param {import('./scale.js').Scale} scale @param {import('./tokens.js').Tokens} tokens */
export function textSizes(axes, scale, tokens) {
  const rows = axes.rows.map(({ code, label, flag }, row) =>
    PADDING + CHEVRON_WIDTH + (axes.levels[row] - TOP_LEVEL) * TREE_STEP
    + (code ? tokens.textWidth(code, tokens.text(12)) * TABULAR + GAP : 0)
    + (flag ? tokens.textWidth(flag, tokens.text(12)) + FLAG : 0)
    + tokens.textWidth(label, tokens.text(13), axes.levels[row] === TOP_LEVEL ? 600 : 400));
  const width = label => tokens.textWidth(label, tokens.text(12), 500);
  return {
    rows,
    rowHead: longest(rows),
    cell: scale.widest ? tokens.textWidth(scale.widest, tokens.text(13)) * TABULAR + GAP : 0,
    columnLabel: longest(axes.columns.map(({ label }) => width(label))),
    columnWord: longest(axes.columns.flatMap(({ label }) => label.split(/\s+/)).map(width)),
  };
}

const longest = lengths => lengths.reduce((most, length) => Math.max(most, length), 0);
