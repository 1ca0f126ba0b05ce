import assert from 'node:assert/strict';
import { test } from 'node:test';
import './served.js';

globalThis.document = new EventTarget();
const { unlessLost } = await import('../../src/OperatingModel.Web/wwwroot/js/lost-answer.js');
const { attach } = await import('../../src/OperatingModel.Web/Features/ValueChains/ChainBoard.razor.js');
const reconnect = () => document.dispatchEvent(new Event('om-reconnected'));

test('An answer that comes is the answer, whatever happens to the connection later', async () => {
  assert.equal(await unlessLost(Promise.resolve(7)), 7);
  await assert.rejects(unlessLost(Promise.reject(new Error('Refused'))), /Refused/);
  reconnect();
});

test('Who waits for an answer that got lost hears of it at the reconnect', async () => {
  const [one, other] = [unlessLost(new Promise(() => {})), unlessLost(new Promise(() => {}))];
  reconnect();
  await assert.rejects(one, /lost/);
  await assert.rejects(other, /lost/);
});

function board() {
  const listeners = {};
  const asked = [];
  attach(
    { addEventListener: (type, listener) => { listeners[type] = listener; } },
    { invokeMethodAsync: (...call) => new Promise(answer => { asked.push({ call, answer }); }) });
  const field = { value: '', dataset: { chainCode: 'V1' }, matches: selector => selector === '[data-add]', dispatchEvent() {} };
  const enter = async name => {
    field.value = name;
    listeners.keydown({ target: field, key: 'Enter', preventDefault() {} });
    await settled();
  };
  return { asked, field, enter, calls: () => asked.map(({ call }) => call) };
}

const settled = () => new Promise(setImmediate);

test('A stage whose answer got lost is asked for again by its number, and the next one after it', async () => {
  const { asked, field, enter, calls } = board();
  await enter('Pay');
  await enter('Ship');
  assert.deepEqual(calls(), [['Add', 1, 'V1', null, ['Pay']]]);
  for (const _ of [1, 2]) {
    reconnect();
    await settled();
  }
  assert.deepEqual(calls(), Array(3).fill(['Add', 1, 'V1', null, ['Pay']]));
  asked[2].answer(true);
  await settled();
  assert.deepEqual(calls().slice(3), [['Add', 2, 'V1', null, ['Ship']]]);
  asked[3].answer(true);
  await settled();
  reconnect();
  await settled();
  assert.equal(calls().length, 4);
  assert.equal(field.value, '');
});

test('The name of a stage that could not be stored is back in its field, unless something was typed since', async () => {
  const { asked, field, enter } = board();
  await enter('Pay');
  asked[0].answer(false);
  await settled();
  assert.equal(field.value, 'Pay');
  await enter('Pay');
  field.value = 'Ship';
  asked[1].answer(false);
  await settled();
  assert.equal(field.value, 'Ship');
});
