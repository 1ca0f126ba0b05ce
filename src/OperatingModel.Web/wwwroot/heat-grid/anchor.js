/**
 * Chooses the row and column that stay in place on the screen when rows and columns are replaced.
 *
 * @typedef {import('./axes.js').Axes} Axes @typedef {import('./keys.js').Spot} Spot
 * @typedef {object} Anchor
 * @property {Spot} before the held row and column among the old axes
 * @property {Spot} after the same among the new ones; HEADER: nothing stays in place in this direction
 * @property {boolean} toggled whether the row was folded or unfolded, so that it must not move at all
 */
import { HEADER } from './axes.js';

/**
 * Holds the toggled row, or else the first row in view that is still there; and likewise the first column. A map at its start stays at its
 * start.
 * @param {Axes} old @param {Axes} axes @param {Spot} first in view @param {{x: number, y: number}} scroll @param {string|null} toggled
 * @returns {Anchor}
 */
export function anchorBetween(old, axes, first, scroll, toggled) {
  const isToggled = toggled !== null && old.rowIndex(toggled) !== HEADER && axes.rowIndex(toggled) !== HEADER;
  const row = isToggled
    ? old.rowIndex(toggled)
    : scroll.y > 0 ? old.rows.findIndex(({ id }, i) => i >= first.row && axes.rowIndex(id) !== HEADER) : HEADER;
  const column = scroll.x > 0 ? old.columns.findIndex(({ id }, i) => i >= first.column && axes.columnIndex(id) !== HEADER) : HEADER;
  return {
    before: { row, column },
    after: { row: axes.rowIndex(old.rowId(row)), column: axes.columnIndex(old.columnId(column)) },
    toggled: isToggled,
  };
}

/** Returns a place on new axes, or the nearest row above it in the tree. @param {Axes} old @param {Axes} axes @param {Spot} spot @returns {Spot} */
export function followed(old, axes, { row, column }) {
  if (row === HEADER && column === HEADER) {
    return within(axes, { row: 0, column: 0 });
  }
  return within(axes, {
    row: row === HEADER ? HEADER : Math.max(0, old.survivorIn(axes, row)),
    column: column === HEADER ? HEADER : Math.max(0, axes.columnIndex(old.columnId(column))),
  });
}

/** @param {Axes} axes @param {Spot} spot @returns {Spot} */
export const within = (axes, { row, column }) => ({
  row: Math.min(row, axes.rows.length - 1),
  column: Math.min(column, axes.columns.length - 1),
});
