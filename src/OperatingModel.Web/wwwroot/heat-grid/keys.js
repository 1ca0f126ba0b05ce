/**
 * Decides what a key does in the grid, by a pure function of the key and of the place of the focus.
 *
 * @typedef {{row: number, column: number}} Spot HEADER (-1) in either place means that row's or column's header
 * @typedef {Spot & {rowCount: number, columnCount: number, page: number, isParent: boolean, expanded: boolean, parentRow: number}} Place
 * @typedef {{do: 'move', to: Spot} | {do: 'select'} | {do: 'toggle'} | {do: 'dismiss'}} Action
 */
import { HEADER } from './axes.js';

/**
 * @param {{key: string, ctrlKey?: boolean, altKey?: boolean, metaKey?: boolean, shiftKey?: boolean}} event
 * @param {Place} place
 * @returns {Action|null} null: the key is not one of ours
 */
export function keyAction(event, place) {
  const ctrl = event.ctrlKey || event.metaKey;
  if (event.altKey) {
    return null;
  }
  switch (event.key) {
    case 'ArrowUp': return move(place, place.row - 1, place.column);
    case 'ArrowDown': return move(place, place.row + 1, place.column);
    case 'ArrowLeft': return left(place);
    case 'ArrowRight': return right(place);
    case 'PageUp': return move(place, Math.max(Math.min(0, place.row), place.row - place.page), place.column);
    case 'PageDown': return move(place, place.row + place.page, place.column);
    case 'Home': return ctrl ? move(place, 0, 0) : home(place);
    case 'End': return ctrl ? move(place, place.rowCount - 1, place.columnCount - 1) : move(place, place.row, place.columnCount - 1);
    case 'Enter':
    case ' ': return ctrl || isCorner(place) ? null : { do: 'select' };
    case '+': return !ctrl && place.isParent && !place.expanded ? { do: 'toggle' } : null;
    case '-': return !ctrl && place.isParent && place.expanded ? { do: 'toggle' } : null;
    case 'Escape': return { do: 'dismiss' };
    default: return null;
  }
}

/** On a row's header: first fold the row, then go to the row above it in the tree. @returns {Action} */
function left(place) {
  if (place.column !== HEADER) {
    return move(place, place.row, place.column - 1);
  }
  if (place.isParent && place.expanded) {
    return { do: 'toggle' };
  }
  return move(place, place.parentRow, HEADER);
}

/** On a row's header: first unfold the row, then go to its cells. @returns {Action} */
function right(place) {
  const folded = place.column === HEADER && place.isParent && !place.expanded;
  return folded ? { do: 'toggle' } : move(place, place.row, place.column + 1);
}

/** To the first cell; from there to the row's header. */
const home = place => move(place, place.row, place.column > 0 ? 0 : HEADER);

/** @returns {Action} */
function move(place, row, column) {
  const to = {
    row: Math.max(HEADER, Math.min(place.rowCount - 1, row)),
    column: Math.max(HEADER, Math.min(place.columnCount - 1, column)),
  };
  // The corner cannot have the focus: up from a row's header, and left from a column's header, stay in place.
  return { do: 'move', to: isCorner(to) ? { row: place.row, column: place.column } : to };
}

const isCorner = ({ row, column }) => row === HEADER && column === HEADER;
