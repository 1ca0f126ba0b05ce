import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';
import { DWELL, HoverLines, PATIENCE } from '../../src/OperatingModel.Web/wwwroot/heat-grid/hover.js';

let asked, told, lines;

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ['setTimeout'] });
  asked = [];
  told = [];
  lines = new HoverLines((row, column) => new Promise((resolve, reject) => asked.push({ row, column, resolve, reject })), found => told.push(found));
});

const stay = (time = DWELL) => mock.timers.tick(time);
const settle = async () => { for (let i = 0; i < 10; i++) { await null; } };
const answer = async (index, ...found) => { asked[index].resolve({ lines: found }); await settle(); };

test('Who only passes is not told anything', () => {
  lines.at('r', 'a');
  stay(DWELL - 1);
  lines.at('r', 'b');
  stay(DWELL - 1);
  lines.leave();
  stay();
  assert.equal(asked.length, 0);
});

test('Who stays is told what the server says', async () => {
  lines.at('r', 'a');
  stay();
  assert.deepEqual([asked[0].row, asked[0].column], ['r', 'a']);
  await answer(0, 'one', 'two');
  assert.deepEqual(told, [['one', 'two']]);
});

test('The same place is asked for once', async () => {
  lines.at('r', 'a');
  stay();
  await answer(0, 'one');
  lines.leave();
  lines.at('r', 'a');
  assert.deepEqual(told, [['one'], ['one']]);
  stay();
  assert.equal(asked.length, 1);
});

test('Only one question is on its way, and the next one is about the place one stays at then', async () => {
  for (const column of ['a', 'b', 'c']) {
    lines.at('r', column);
    stay();
  }
  assert.equal(asked.length, 1);
  await answer(0, 'late');
  assert.deepEqual(told, []);
  assert.deepEqual(asked.map(({ column }) => column), ['a', 'c']);
  await answer(1, 'right');
  assert.deepEqual(told, [['right']]);
});

test('When the numbers change, old answers are worth nothing, also those on their way', async () => {
  lines.at('r', 'a');
  stay();
  lines.forget();
  lines.at('r', 'a');
  await answer(0, 'old');
  assert.deepEqual(told, []);
  stay();
  await answer(1, 'new');
  assert.deepEqual(told, [['new']]);
});

test('A failure is silent and does not stop the next question', async () => {
  lines.at('r', 'a');
  stay();
  asked[0].reject(new Error('circuit lost'));
  await settle();
  lines.at('r', 'b');
  stay();
  await answer(1, 'there');
  assert.deepEqual(told, [[], ['there']]);
});

test('A server that never answers is given up', async () => {
  lines.at('r', 'a');
  stay();
  lines.at('r', 'b');
  stay();
  assert.equal(asked.length, 1);
  stay(PATIENCE);
  await settle();
  assert.equal(asked.length, 2);
});
