import assert from 'node:assert/strict';
import { test } from 'node:test';

globalThis.document = new EventTarget();
const { unlessLost } = await import('../../src/OperatingModel.Web/wwwroot/js/lost-answer.js');
const { attach } = await import('../../src/OperatingModel.Web/wwwroot/js/value-chains.js');
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

test('The name of a stage whose answer got lost is back in its field', async () => {
  const listeners = {};
  const asked = [];
  const element = { addEventListener: (type, listener) => { listeners[type] = listener; } };
  attach(element, { invokeMethodAsync: (...call) => { asked.push(call); return new Promise(() => {}); } });
  const field = { value: 'Pay', dataset: { chainCode: 'V1' }, matches: selector => selector === '[data-add]', dispatchEvent() {} };
  listeners.keydown({ target: field, key: 'Enter', preventDefault() {} });
  assert.deepEqual(asked, [['Add', 'V1', null, ['Pay']]]);
  assert.equal(field.value, '');
  reconnect();
  await new Promise(setImmediate);
  assert.equal(field.value, 'Pay');
});

test('What was typed since is not written over', async () => {
  const listeners = {};
  attach({ addEventListener: (type, listener) => { listeners[type] = listener; } }, { invokeMethodAsync: () => new Promise(() => {}) });
  const field = { value: 'Pay', dataset: { chainCode: 'V1' }, matches: selector => selector === '[data-add]', dispatchEvent() {} };
  listeners.keydown({ target: field, key: 'Enter', preventDefault() {} });
  field.value = 'Ship';
  reconnect();
  await new Promise(setImmediate);
  assert.equal(field.value, 'Ship');
});
