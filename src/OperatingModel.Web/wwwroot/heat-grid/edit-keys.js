/**
 * What keys do in a grid whose cells may be edited; pure functions of a key and of what was typed before it.
 *
 * @typedef {import('./keys.js').Spot} Spot
 * @typedef {object} EditRules what the page says about editing; the grid knows nothing of what an entry means
 * @property {Record<string, string>} keys the keys that make an entry, and what each draws until the page has answered
 * @property {number} [length] keys of one entry, 1 without it
 * @property {Record<string, string>} [alone] keys that are an entry by themselves, also for cells that do not apply, and what each draws
 * @property {Record<string, string>} [cycle] a click, Space or Enter asks for the next in a circle: what is drawn after what a cell shows
 * @property {boolean} [clears] Delete and Backspace empty a cell
 * @property {'down'|'right'|'stay'} [onward] where the focus goes after an entry
 * @property {string} [taken] what may be typed, for who pressed another key
 * @property {string} [onFixed] why a row that sums up others takes nothing
 * @property {string} [onAbsent] why a cell that does not apply takes nothing
 *
 * @typedef {{do: 'type'|'enter'|'alone', entry: string, drawn: string} | {do: 'clear'} | {do: 'cycle'} | {do: 'drop'}
 *   | {do: 'refuse', key: string}} EditAction
 * @typedef {{top: number, left: number, bottom: number, right: number}} Range cells, all inclusive
 */
import { keyOf } from '../js/key-of.js';

/** What the page is told for a click, and for Delete. */
export const CYCLE = 'cycle', CLEAR = 'clear';

const LETTER = /^[\p{L}\p{N}]$/u;

/**
 * @param {{key: string, code?: string, ctrlKey?: boolean, altKey?: boolean, metaKey?: boolean}} event @param {EditRules} rules
 * @param {string} typed keys of an entry that is not complete yet
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

/** A French keyboard types é where others type 2: an accented letter in the row of digits is the digit. */
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
 * Where the focus goes after an entry: on to the next cell that may be edited; at the end it stays.
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

/** A range as spreadsheets take it: cells parted by tabs, rows ended by line ends; every row has its line, so that pasting it back moves nothing. */
export function asTable({ top, left, bottom, right }, textOf) {
  const across = Array.from({ length: right - left + 1 }, (_, i) => left + i);
  return Array.from({ length: bottom - top + 1 }, (_, i) => `${across.map(column => textOf(top + i, column)).join('\t')}\r\n`).join('');
}
