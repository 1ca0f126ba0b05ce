import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import './served.js';
import { Element, newPage } from './page.js';

let redrawn = null;
globalThis.MutationObserver = class {
  constructor(look) { redrawn = look; }
  observe() {}
  disconnect() {}
};
const { attach } = await import('../../src/OperatingModel.Web/Components/Board/MoveBoard.razor.js');
const { inTurn } = await import('../../src/OperatingModel.Web/wwwroot/js/lost-answer.js');
const settled = () => new Promise(setImmediate);
const reconnect = async () => { document.dispatchEvent(new Event('om-reconnected')); await settled(); };

let body = null;
beforeEach(() => { body = newPage(); });

const item = (code, name = code, standing = 'first') =>
  new Element('li', { item: code, name, version: '7', standing }, new Element('button'), new Element('span'));
const seenAs = (code, standing = 'first') => ({ code, name: code, version: 7, standing });
const handleOf = element => element.querySelector('button');

/** Two columns: A, B, C and a field for more in the first, D in the second. */
function board({ across = true, refused = [] } = {}) {
  const [a, b, c, d] = ['A', 'B', 'C', 'D'].map(code => item(code));
  const field = new Element('input', { add: '' });
  const [first, second] = [new Element('ol', { column: 'V1' }, a, b, c, field), new Element('ol', { column: 'V2' }, d)];
  const root = new Element('div', across ? { across: '' } : {}, first, second);
  body.put(root);
  const asked = [];
  const answer = { Refused: () => Promise.resolve(refused) };
  const server = {
    invokeMethodAsync: (...call) => answer[call[0]]?.() ?? new Promise((resolve, reject) => { asked.push({ call, answer: resolve, fail: reject }); }),
  };
  const script = attach(root, server);
  const drag = async (from, to, at = {}) => {
    const held = from.tell('dragstart', { dataTransfer: { setData() {} } });
    await settled();
    const over = to.tell('dragover', { clientX: 0, clientY: 0, ...at });
    const shown = to.closest('[data-drop]')?.dataset.drop ?? null;
    to.tell('drop', { clientX: 0, clientY: 0, ...at });
    assert.equal(root.querySelector('[data-drop]'), null);
    document.tell('dragend', {});
    await settled();
    return { shown, isOffered: over.isPrevented, held };
  };
  const press = async (element, key, more = {}) => {
    const event = element.tell('keydown', { key, ...more });
    await settled();
    return event;
  };
  return { a, b, c, d, field, first, second, root, script, asked, calls: () => asked.map(({ call }) => call), drag, press };
}

test('An item is dropped before or after the half of another that it is over', async () => {
  const { a, c, drag, calls, asked } = board();
  assert.equal((await drag(a, c.querySelector('span'), { clientX: 80 })).shown, 'after');
  asked[0].answer(true);
  await settled();
  assert.equal((await drag(c, a, { clientX: 20 })).shown, 'before');
  assert.deepEqual(calls(), [['Drop', 1, seenAs('A'), 'C', 'after'], ['Drop', 2, seenAs('C'), 'A', 'before']]);
});

test('The middle of an item takes others in where it may, and a column beside its items', async () => {
  const { a, c, second, drag, calls, asked } = board({ across: false });
  c.dataset.into = '';
  for (const [clientY, side] of [[20, 'before'], [50, 'into'], [80, 'after']]) {
    assert.equal((await drag(a, c, { clientY })).shown, side);
    asked.at(-1).answer(true);
    await settled();
  }
  assert.equal((await drag(a, second, { clientY: 100 })).shown, 'into');
  assert.deepEqual(calls().map(call => call.slice(3)), [['C', 'before'], ['C', 'into'], ['C', 'after'], ['V2', 'into']]);
});

test('Neither itself nor a place that refuses it is offered to an item', async () => {
  const { a, b, d, second, drag, asked } = board({ refused: ['B', 'V2'] });
  for (const place of [a, b, second]) assert.deepEqual({ ...(await drag(a, place)), held: null }, { shown: null, isOffered: false, held: null });
  assert.equal((await drag(a, d)).isOffered, true);
  assert.equal(asked.length, 1);
});

test('What is no item of the board, like a file, is offered no place', () => {
  const { a } = board();
  assert.equal(a.tell('dragover', { clientX: 0, clientY: 0 }).isPrevented, false);
});

test('A step names the item as it is drawn when its turn comes, and stays the same when it is asked again', async () => {
  const { b, press, calls, asked } = board();
  for (const _ of [1, 2]) await press(handleOf(b), 'ArrowRight', { altKey: true });
  assert.deepEqual(calls(), [['Step', 1, seenAs('B'), 'Right']]);
  b.dataset.standing = 'after C';
  await reconnect();
  assert.deepEqual(calls().slice(1), [['Step', 1, seenAs('B'), 'Right']]);
  asked[1].answer(true);
  await settled();
  assert.deepEqual(calls().slice(2), [['Step', 2, seenAs('B', 'after C'), 'Right']]);
});

test('Where the board has the focus as a whole, its active item steps, also out of sight', async () => {
  const { root, a, press, calls, asked } = board();
  root.attributes['aria-activedescendant'] = 'r1';
  a.id = 'r1';
  await press(root, 'ArrowUp', { altKey: true });
  asked[0].answer(true);
  a.id = 'r9';
  await press(root, 'ArrowUp', { altKey: true });
  assert.equal((await press(root, 'Delete')).isPrevented, false);
  assert.deepEqual(calls(), [['Step', 1, seenAs('A'), 'Up'], ['Step', 2, null, 'Up']]);
});

test('Arrows walk along a column, to its field, and from column to column', async () => {
  const { a, b, c, d, field, press } = board();
  const walked = [];
  for (const [from, key] of [[a, 'ArrowRight'], [b, 'ArrowLeft'], [a, 'End'], [c, 'Home'], [b, 'ArrowDown'], [d, 'ArrowUp']]) {
    await press(handleOf(from), key);
    walked.push(document.activeElement.parent.dataset.item);
  }
  assert.deepEqual(walked, ['B', 'A', 'C', 'A', 'D', 'A']);
  await press(handleOf(c), 'ArrowRight');
  assert.equal(document.activeElement, field);
  await press(field, 'ArrowLeft');
  assert.equal(document.activeElement, handleOf(c));
  await press(handleOf(c), 'Home', { altKey: true });
  assert.equal(document.activeElement, handleOf(c));
});

test('Where items stand below each other, up and down walk along the column', async () => {
  const { a, b, d, press } = board({ across: false });
  const walked = [];
  for (const [from, key] of [[a, 'ArrowDown'], [b, 'ArrowUp'], [b, 'ArrowRight'], [d, 'ArrowLeft']]) {
    await press(handleOf(from), key);
    walked.push(document.activeElement.parent.dataset.item);
  }
  assert.deepEqual(walked, ['B', 'A', 'D', 'A']);
});

test('F2, Delete and a double click on an item are the page\'s to answer', async () => {
  const { a, b, press, calls, asked } = board();
  for (const act of [() => press(handleOf(a), 'F2'), () => press(handleOf(b), 'Delete'), async () => { handleOf(b).tell('dblclick'); }]) {
    await act();
    await settled();
    asked.at(-1).answer(true);
    await settled();
  }
  const points = new Element('input');
  a.put(handleOf(a), points);
  points.tell('dblclick');
  await settled();
  assert.deepEqual(calls(), [['Press', 1, 'A', 'F2'], ['Press', 2, 'B', 'Delete'], ['Press', 3, 'B', 'F2']]);
});

test('Keys in a field of an item are its own', async () => {
  const { a, press, asked } = board();
  const points = new Element('input');
  a.put(new Element('button'), points);
  for (const key of ['Delete', 'F2', 'ArrowRight']) await press(points, key);
  await press(points, 'ArrowRight', { altKey: true });
  assert.deepEqual([asked.length, document.activeElement], [0, document.body]);
});

test('An item keeps the focus when a redraw takes it to another place', () => {
  const { a, b, c, first } = board();
  handleOf(b).focus();
  first.put(a, c, b);
  assert.equal(document.activeElement, document.body);
  redrawn();
  assert.equal(document.activeElement, handleOf(b));
});

test('A field of an item keeps the focus when the item goes to another place', () => {
  const { a, b, c, first } = board();
  const points = new Element('input');
  b.put(handleOf(b), points);
  points.focus();
  first.put(a, c, b);
  redrawn();
  assert.equal(document.activeElement, points);
});

test('A redraw that leaves the focus where it is does not touch it', () => {
  const { a } = board();
  handleOf(a).focus();
  handleOf(a).focus = () => assert.fail('It would scroll.');
  redrawn();
});

test('What stands in an item now has the focus, its words chosen, when what had it is gone', () => {
  const { b } = board();
  const name = new Element('input');
  name.select = () => { name.isSelected = true; };
  handleOf(b).focus();
  b.put(name);
  redrawn();
  assert.deepEqual([document.activeElement, name.isSelected], [name, true]);
});

test('The field of new items has the focus where it is drawn anew, and what is typed there goes on', () => {
  const { first, field } = board();
  const again = new Element('input', { add: '' });
  again.select = () => assert.fail('What is typed next would replace it.');
  field.focus();
  first.put(again);
  redrawn();
  assert.equal(document.activeElement, again);
});

test('Who goes on elsewhere keeps the focus there', () => {
  const { a, b, first } = board();
  handleOf(b).focus();
  document.tell('pointerdown', { target: body });
  document.activeElement = body;
  first.put(b, a);
  redrawn();
  assert.equal(document.activeElement, body);
});

test('An item that was dropped has the focus, also after the redraw', async () => {
  const { a, b, first, drag } = board();
  handleOf(a).focus();
  document.tell('pointerdown', { target: a.querySelector('span') });
  await drag(a, b, { clientX: 80 });
  first.put(b, a);
  redrawn();
  assert.equal(document.activeElement, handleOf(a));
});

const enter = (one, name) => {
  one.field.value = name;
  return one.press(one.field, 'Enter');
};

test('An item whose answer got lost is asked for again by its number, and the next one after it', async () => {
  const one = board();
  await enter(one, 'Pay');
  await enter(one, 'Ship');
  for (const _ of [1, 2]) await reconnect();
  assert.deepEqual(one.calls(), Array(3).fill(['Add', 1, 'V1', null, ['Pay']]));
  one.asked[2].answer(true);
  await settled();
  assert.deepEqual(one.calls().slice(3), [['Add', 2, 'V1', null, ['Ship']]]);
  one.asked[3].answer(true);
  await settled();
  await reconnect();
  assert.equal(one.asked.length, 4);
  assert.equal(one.field.value, '');
});

test('The name of an item that could not be stored is back in its field, unless something was typed since', async () => {
  const one = board();
  await enter(one, 'Pay');
  one.asked[0].answer(false);
  await settled();
  assert.equal(one.field.value, 'Pay');
  await enter(one, 'Pay');
  one.asked[1].fail(new Error('The server is gone'));
  await settled();
  assert.equal(one.field.value, 'Pay');
  await enter(one, 'Pay');
  one.field.value = 'Ship';
  one.asked[2].answer(false);
  await settled();
  assert.equal(one.field.value, 'Ship');
});

test('A pasted list becomes one item a line', async () => {
  const { field, calls } = board();
  field.tell('paste', { clipboardData: { getData: () => 'Pay\tnow\r\n\r\n Ship \n' } });
  await settled();
  assert.deepEqual(calls(), [['Add', 1, 'V1', null, ['Pay', 'Ship']]]);
});

test('Another script on the same element asks in the same turn', async () => {
  const { root, a, press, asked, calls } = board();
  await press(handleOf(a), 'Delete');
  const numbers = [];
  inTurn(root)(async number => { numbers.push(number); });
  await settled();
  assert.deepEqual(numbers, []);
  asked[0].answer(true);
  await settled();
  assert.deepEqual([calls(), numbers], [[['Press', 1, 'A', 'Delete']], [2]]);
});

test('a drag that begins in a field selects its text and moves nothing', () => {
  const { a } = board();
  const points = new Element('input');
  a.put(new Element('button'), points);
  a.draggable = true;
  points.tell('pointerdown', {});
  assert.equal(a.draggable, false);
  document.tell('pointerup', {});
  assert.equal(a.draggable, true);
  handleOf(a).tell('pointerdown', {});
  assert.equal(a.draggable, true);
});
