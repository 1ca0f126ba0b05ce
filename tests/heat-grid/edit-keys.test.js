import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  asTable, cellsOf, editAction, isWithin, onwardFrom, rangeOf,
} from '../../src/OperatingModel.Web/wwwroot/heat-grid/edit-keys.js';
import { forAll } from './random.js';

const digits = { 0: '0', 1: '1', 2: '2', 3: '3', 4: '4', 5: '5' };
const one = { keys: digits, clears: true }, three = { keys: digits, length: 3, clears: true };
const circle = { keys: { n: '', m: 'M', 1: 'M' }, cycle: { '': 'M', M: '' }, clears: true };
const press = (key, rules, typed = '', modifiers = {}) => editAction({ key, ...modifiers }, rules, typed);

test('One key is an entry', () => {
  assert.deepEqual(press('4', one), { do: 'enter', entry: '4', drawn: '4' });
  assert.deepEqual(press('M', circle), { do: 'enter', entry: 'm', drawn: 'M' });
  assert.deepEqual(press('n', circle), { do: 'enter', entry: 'n', drawn: '' });
});

test('A longer entry is collected key by key, and can be taken back before it is complete', () => {
  assert.deepEqual(press('4', three), { do: 'type', entry: '4', drawn: '4' });
  assert.deepEqual(press('2', three, '4'), { do: 'type', entry: '42', drawn: '42' });
  assert.deepEqual(press('5', three, '42'), { do: 'enter', entry: '425', drawn: '425' });
  assert.deepEqual(press('Backspace', three, '42'), { do: 'type', entry: '4', drawn: '4' });
  assert.deepEqual(press('Backspace', three, '4'), { do: 'drop' });
  assert.deepEqual(press('Escape', three, '4'), { do: 'drop' });
  assert.deepEqual(press('Delete', three, '42'), { do: 'drop' });
});

test('Other keys, and keys with Ctrl, are not edits', () => {
  for (const key of ['?', '+', 'ArrowDown', 'Tab', 'Escape', 'F2', 'toString']) {
    assert.equal(press(key, one), null, key);
  }
  assert.equal(press('4', one, '', { ctrlKey: true }), null);
  assert.equal(press('4', one, '', { altKey: true }), null);
  assert.equal(press('4', one, '', { metaKey: true }), null);
});

test('Space and Enter go round the circle only where there is one', () => {
  assert.deepEqual(press(' ', circle), { do: 'cycle' });
  assert.deepEqual(press('Enter', circle), { do: 'cycle' });
  assert.equal(press('Enter', one), null);
});

test('Delete empties a cell only where that is allowed', () => {
  assert.deepEqual(press('Delete', one), { do: 'clear' });
  assert.deepEqual(press('Backspace', one), { do: 'clear' });
  assert.equal(press('Delete', { keys: digits }), null);
});

test('A range is the same from whichever corner it was drawn', () => {
  forAll(whole => {
    const a = { row: whole(0, 20), column: whole(0, 20) }, b = { row: whole(0, 20), column: whole(0, 20) };
    const range = rangeOf(a, b);
    assert.deepEqual(range, rangeOf(b, a));
    assert.ok(isWithin(range, a.row, a.column) && isWithin(range, b.row, b.column));
    assert.ok(!isWithin(range, range.bottom + 1, range.left) && !isWithin(range, range.top, range.left - 1));
    assert.equal(cellsOf(range, () => true).length, (range.bottom - range.top + 1) * (range.right - range.left + 1));
  });
  assert.equal(isWithin(null, 0, 0), false);
});

test('After an entry the focus goes on to the next cell that may be edited, and stays at the end', () => {
  const size = { rowCount: 4, columnCount: 3 };
  const mayEdit = (row, column) => row !== 1 && !(row === 2 && column === 0);
  assert.deepEqual(onwardFrom({ row: 0, column: 1 }, {}, size, mayEdit), { row: 2, column: 1 });
  assert.deepEqual(onwardFrom({ row: 0, column: 0 }, {}, size, mayEdit), { row: 3, column: 0 });
  assert.deepEqual(onwardFrom({ row: 3, column: 0 }, {}, size, mayEdit), { row: 3, column: 0 });
  assert.deepEqual(onwardFrom({ row: 0, column: 2 }, { onward: 'right' }, size, mayEdit), { row: 2, column: 1 });
  assert.deepEqual(onwardFrom({ row: 3, column: 2 }, { onward: 'right' }, size, mayEdit), { row: 3, column: 2 });
  assert.deepEqual(onwardFrom({ row: 0, column: 0 }, { onward: 'stay' }, size, mayEdit), { row: 0, column: 0 });
});

test('A digit that is no level, and a letter without a meaning, are refused; what was typed stays', () => {
  assert.deepEqual(press('9', one), { do: 'refuse', key: '9' });
  assert.deepEqual(press('X', one), { do: 'refuse', key: 'X' });
  assert.deepEqual(press('9', three, '42'), { do: 'refuse', key: '9' });
  assert.equal(press('9', one, '', { ctrlKey: true }), null);
});

test('A key that is an entry by itself is one also where several make an entry', () => {
  const alone = { ...three, alone: { n: '·' } };
  assert.deepEqual(press('N', alone), { do: 'alone', entry: 'n', drawn: '·' });
  assert.deepEqual(press('n', alone, '42'), { do: 'alone', entry: 'n', drawn: '·' });
});

test('On other alphabets a key means what its place means', () => {
  assert.deepEqual(press('ь', circle, '', { code: 'KeyM' }), { do: 'enter', entry: 'm', drawn: 'M' });
  assert.deepEqual(press('μ', circle, '', { code: 'KeyM' }), { do: 'enter', entry: 'm', drawn: 'M' });
  assert.deepEqual(press('٤', one, '', { code: 'Digit4' }), { do: 'enter', entry: '4', drawn: '4' });
  assert.deepEqual(press('m', circle, '', { code: 'Semicolon' }), { do: 'enter', entry: 'm', drawn: 'M' });
  assert.deepEqual(press('é', one, '', { code: 'Digit2' }), { do: 'enter', entry: '2', drawn: '2' });
});

test('A copied range has a line for every row', () => {
  const text = asTable({ top: 0, left: 0, bottom: 2, right: 1 }, (row, column) => (row === 1 ? '' : `${row}.${column}`));
  assert.equal(text, '0.0\t0.1\r\n\t\r\n2.0\t2.1\r\n');
});
