import assert from 'node:assert/strict';
import { test } from 'node:test';
import { editAction } from '../../src/OperatingModel.Web/wwwroot/heat-grid/edit-keys.js';
import { keyOf } from '../../src/OperatingModel.Web/wwwroot/js/key-of.js';
import { shortcutOf } from '../../src/OperatingModel.Web/wwwroot/js/shortcuts.js';

test('A Latin letter goes by what it types, wherever it lies', () => {
  assert.equal(keyOf({ key: 'z', code: 'KeyY' }), 'z', 'a German keyboard');
  assert.equal(keyOf({ key: 'A', code: 'KeyQ' }), 'a', 'a French keyboard, capitals');
  assert.equal(keyOf({ key: 'é', code: 'Digit2' }), 'é', 'a French keyboard without Shift');
});

test('A letter or digit of another script goes by its place', () => {
  for (const [key, code, meant] of [
    ['я', 'KeyZ', 'z'], ['Я', 'KeyZ', 'z'], ['ζ', 'KeyZ', 'z'], ['ל', 'KeyK', 'k'],
    ['ئ', 'KeyZ', 'z'], ['ั', 'KeyY', 'y'], ['४', 'Digit4', '4'], ['٤', 'Digit4', '4'],
  ]) {
    assert.equal(keyOf({ key, code }), meant, `${key} at ${code}`);
  }
});

test('Signs and named keys stay what they are', () => {
  const others = [
    ['№', 'Digit3'], ['?', 'Digit7'], ['+', 'Equal'], ['Enter', 'Enter'], ['ArrowUp', 'ArrowUp'], [' ', 'Space'],
    ['ж', 'Semicolon'], ['Dead', 'KeyZ'],
  ];
  for (const [key, code] of others) {
    assert.equal(keyOf({ key, code }), key);
  }
  assert.equal(keyOf({ key: 'я' }), 'я', 'a keyboard that does not say where');
});

test('The shortcuts of the frame work on every alphabet', () => {
  const ctrl = { ctrlKey: true };
  assert.equal(shortcutOf({ key: 'z', code: 'KeyZ', ...ctrl }, false), 'undo');
  assert.equal(shortcutOf({ key: 'я', code: 'KeyZ', ...ctrl }, false), 'undo');
  assert.equal(shortcutOf({ key: 'Ζ', code: 'KeyZ', metaKey: true, shiftKey: true }, false), 'redo');
  assert.equal(shortcutOf({ key: 'н', code: 'KeyY', ...ctrl }, false), 'redo');
  assert.equal(shortcutOf({ key: 'л', code: 'KeyK', ...ctrl }, true), 'search');
  assert.equal(shortcutOf({ key: 'z', code: 'KeyY', ...ctrl }, false), 'undo', 'where Z and Y are exchanged');
});

test('A field undoes for itself; AltGr types a sign', () => {
  assert.equal(shortcutOf({ key: 'z', code: 'KeyZ', ctrlKey: true }, true), null);
  assert.equal(shortcutOf({ key: '?', code: 'Minus' }, true), null);
  assert.equal(shortcutOf({ key: '?', code: 'Minus' }, false), 'help');
  assert.equal(shortcutOf({ key: 'k', code: 'KeyK', ctrlKey: true, altKey: true }, false), null);
  assert.equal(shortcutOf({ key: 'z', code: 'KeyZ' }, false), null);
});

test('The letters and digits of a grid work on every alphabet', () => {
  const letters = { keys: { c: 'C', s: 'S', m: 'M', n: '' } };
  assert.deepEqual(editAction({ key: 'с', code: 'KeyC' }, letters, ''), { do: 'enter', entry: 'c', drawn: 'C' });
  assert.deepEqual(editAction({ key: 'σ', code: 'KeyS' }, letters, ''), { do: 'enter', entry: 's', drawn: 'S' });
  assert.deepEqual(editAction({ key: '٤', code: 'Digit4' }, { keys: { 4: '4' } }, ''), { do: 'enter', entry: '4', drawn: '4' });
});
