import assert from 'node:assert/strict';
import { test } from 'node:test';

globalThis.document = new EventTarget();
const { unlessLost } = await import('../../src/OperatingModel.Web/wwwroot/js/lost-answer.js');
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
