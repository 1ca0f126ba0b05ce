/**
 * The content to draw at one moment, and where its parts lie in the instrument.
 *
 * @typedef {import('./keys.js').Spot} Spot
 * @typedef {object} View
 * @property {import('./picture.js').Picture} picture
 * @property {import('./geometry.js').Geometry} geometry
 * @property {{x: number, y: number}} scroll
 * @property {number} headRows the number of header rows, which assistive technology counts as rows
 * @property {Spot} active the cell or header with the keyboard focus
 * @property {boolean} keyboard whether to show the focus, because it is in the grid and was moved by keys
 * @property {Spot|null} selected
 * @property {import('./edit-keys.js').Range|null} range the cells selected together
 * @property {Spot|null} hover under the pointer
 * @property {Spot|null} pointed under the pointer, else the focus that keys have moved: its headers are highlighted
 */
import { HEADER, TOP_LEVEL } from './axes.js';
import { CHEVRON_WIDTH, edge, indexAt } from './geometry.js';

/** Returns the position of the first cell, in the instrument's coordinates. */
export const origin = ({ geometry, scroll }) => ({
  x: geometry.headWidth - snapped(scroll.x, geometry.grain),
  y: geometry.headHeight - snapped(scroll.y, geometry.grain),
});

/** Returns the box of a cell, or of a row's or column's header. @param {View} view @param {Spot} spot */
export function boxOf(view, { row, column }) {
  const { cellWidth, cellHeight, grain, headWidth, headHeight, groupHeight } = view.geometry;
  const { x, y } = origin(view);
  const across = column === HEADER
    ? { x: 0, width: headWidth }
    : { x: x + edge(column, cellWidth, grain), width: edge(column + 1, cellWidth, grain) - edge(column, cellWidth, grain) };
  const down = row === HEADER
    ? { y: groupHeight, height: headHeight - groupHeight }
    : { y: y + edge(row, cellHeight, grain), height: edge(row + 1, cellHeight, grain) - edge(row, cellHeight, grain) };
  return { ...across, ...down };
}

/** Returns the cell or header under a point; null when there is none. @param {View} view @returns {Spot|null} */
export function spotAt(view, point) {
  const { geometry, scroll } = view;
  const x = point.x - geometry.headWidth, y = point.y - geometry.headHeight;
  const row = y < 0 ? HEADER : indexAt(y + scroll.y, geometry.cellHeight, geometry.grain);
  const column = x < 0 ? HEADER : indexAt(x + scroll.x, geometry.cellWidth, geometry.grain);
  const inside = row < geometry.rowCount && column < geometry.columnCount
    && point.x < geometry.width && point.y < geometry.height && point.x >= 0
    && point.y >= (column === HEADER ? 0 : geometry.groupHeight);
  return inside && !(row === HEADER && column === HEADER) ? { row, column } : null;
}

/** Returns the group whose name lies under a point. @param {View} view @returns {import('./axes.js').Span|undefined} */
export function spanAt({ picture: { axes }, geometry, scroll }, point) {
  if (point.y < 0 || point.y >= geometry.groupHeight || point.x < geometry.headWidth || point.x >= geometry.width) {
    return undefined;
  }
  const column = indexAt(point.x - geometry.headWidth + scroll.x, geometry.cellWidth, geometry.grain);
  return axes.spans.find(({ first, end }) => column >= first && column < end);
}

/** Whether a point lies on the sign that folds or unfolds the row. */
export function isChevron({ picture: { axes }, geometry: { tree, readable } }, { row, column }, { x }) {
  const left = tree.start + (axes.levels[row] - TOP_LEVEL) * tree.step;
  return readable && column === HEADER && axes.rows[row]?.isParent === true && x >= left && x < left + CHEVRON_WIDTH;
}

export const sameSpot = (a, b) => a?.row === b?.row && a?.column === b?.column;

const snapped = (length, grain) => Math.round(length * grain) / grain;
