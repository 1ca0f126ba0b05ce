/**
 * Decides what keys do in a grid whose cells may be edited, by pure functions of the key and of the entry so far.
 *
 * @typedef {import('./keys.js').Spot} Spot
 * @typedef {object} EditRules the page's rules for editing; the grid does not know the meaning of an entry
 * @property {Record<string, string>} keys the keys that make an entry, each with what the grid draws until the page has answered
 * @property {number} [length] the number of keys in one entry, 1 without it
 * @property {Record<string, string>} [alone] keys that are a whole entry, also for cells that do not apply, each with what the grid draws
 * @property {Record<string, string>} [cycle] for what a cell shows, what a click, Space or Enter draws next
 * @property {boolean} [clears] whether Delete and Backspace empty a cell
 * @property {'down'|'right'|'stay'} [onward] where the focus goes after an entry
 * @property {string} [taken] the message for another key, which says what may be typed
 * @property {string} [onFixed] the message that says why a row that sums up others takes no entry
 * @property {string} [onAbsent] the message that says why a cell that does not apply takes no entry
 *
 * @typedef {{do: 'type'|'enter'|'alone', entry: string, drawn: string} | {do: 'clear'} | {do: 'cycle'} | {do: 'drop'}
 *   | {do: 'refuse', key: string}} EditAction
 * @typedef {{top: number, left: number, bottom: number, right: number}} Range cells, all inclusive
 */
import { keyOf } from '../js/key-of.js';

/** The entries for a click and for Delete. */
export const CYCLE = 'cycle', CLEAR = 'clear';

const LETTER = /^[\p{L}\p{N}]$/u;

/**
 * @param {{key: string, code?: string, ctrlKey?: boolean, altKey?: boolean, metaKey?: boolean}} event @param {EditRules} rules
 * @param {string} typed the keys of an entry that is not complete yet
 * @returns {EditAction|null} null: not an edit
 */
export function editAction(event, rules, typed) {
  if (event.ctrlKey || event.altKey || event.metaKey) {
    return null;
  }
  const key = digitOf(event) ?? keyOf(event);
  if (Object.hasOwn(rules.alone ?? {}, key)) {
    return { do: 'alone', entry: key, drawn: rules.alone[key] };
  }
  if (Object.hasOwn(rules.keys, key)) {
    const entry = typed + key;
    return { do: entry.length < (rules.length ?? 1) ? 'type' : 'enter', entry, drawn: drawnOf(entry, rules) };
  }
  switch (key) {
    case 'Backspace':
      return typed.length > 1 ? { do: 'type', entry: typed.slice(0, -1), drawn: drawnOf(typed.slice(0, -1), rules) } : cleared(rules, typed);
    case 'Delete': return cleared(rules, typed);
    case 'Escape': return typed.length > 0 ? { do: 'drop' } : null;
    case 'Enter':
    case ' ': return rules.cycle ? { do: 'cycle' } : null;
    default: return LETTER.test(key) ? { do: 'refuse', key: event.key } : null;
  }
}

/** Returns the digit of an accented letter in the row of digits: a French keyboard types é where others type 2. */
const digitOf = ({ key, code = '' }) => (/^\p{L}$/u.test(key) && !/^[a-z]$/i.test(key) ? /^Digit(\d)$/.exec(code)?.[1] : undefined);

const drawnOf = (entry, { keys }) => [...entry].map(key => keys[key]).join('');

const cleared = (rules, typed) => (typed.length > 0 ? { do: 'drop' } : rules.clears ? { do: 'clear' } : null);

/** @param {Spot} one @param {Spot} other @returns {Range} */
export const rangeOf = (one, other) => ({
  top: Math.min(one.row, other.row), left: Math.min(one.column, other.column),
  bottom: Math.max(one.row, other.row), right: Math.max(one.column, other.column),
});

/** @param {Range|null} range @param {number} row @param {number} column */
export const isWithin = (range, row, column) =>
  range !== null && row >= range.top && row <= range.bottom && column >= range.left && column <= range.right;

/**
 * The cells of a range that may be edited, row by row.
 * @param {Range} range @param {(row: number, column: number) => boolean} mayEdit
 * @returns {Spot[]}
 */
export function cellsOf({ top, left, bottom, right }, mayEdit) {
  const cells = [];
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) {
      if (mayEdit(row, column)) {
        cells.push({ row, column });
      }
    }
  }
  return cells;
}

/**
 * Returns where the focus goes after an entry: to the next cell that may be edited; at the end it stays.
 * @param {Spot} spot @param {EditRules} rules @param {{rowCount: number, columnCount: number}} size
 * @param {(row: number, column: number) => boolean} mayEdit
 * @returns {Spot}
 */
export function onwardFrom({ row, column }, { onward = 'down' }, { rowCount, columnCount }, mayEdit) {
  if (onward === 'down') {
    for (let next = row + 1; next < rowCount; next++) {
      if (mayEdit(next, column)) {
        return { row: next, column };
      }
    }
  } else if (onward === 'right') {
    for (let next = row * columnCount + column + 1; next < rowCount * columnCount; next++) {
      const [r, c] = [Math.floor(next / columnCount), next % columnCount];
      if (mayEdit(r, c)) {
        return { row: r, column: c };
      }
    }
  }
  return { row, column };
}

/** Writes a range for spreadsheets, with tabs between cells and a line for every row, so that pasting it back moves nothing. */
export function asTable({ top, left, bottom, right }, textOf) {
  const across = Array.from({ length: right - left + 1 }, (_, i) => left + i);
  return Array.from({ length: bottom - top + 1 }, (_, i) => `${across.map(column => textOf(top + i, column)).join('\t')}\r\n`).join('');
}
