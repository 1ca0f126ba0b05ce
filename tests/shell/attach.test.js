import assert from 'node:assert/strict';
import { test } from 'node:test';

globalThis.document = { baseURI: import.meta.url };
const { attach } = await import('../../src/OperatingModel.Web/wwwroot/js/attach.js');

// A script that counts how often it is put on an element.
const module = `data:text/javascript,${encodeURIComponent(`
  export const follow = (element, step) => { element.count += step; return { dispose: () => { element.count -= step; } }; };
`)}`;

test('A script that is attached again to its element stays the one it is', async () => {
  const element = { count: 0 };
  const first = await attach(module, 'follow', element, 1);
  assert.equal(await attach(module, 'follow', element, 1), first);
  assert.equal(element.count, 1);
});

test('After it was disposed it is attached anew', async () => {
  const element = { count: 0 };
  (await attach(module, 'follow', element, 1)).dispose();
  assert.equal(element.count, 0);
  await attach(module, 'follow', element, 1);
  assert.equal(element.count, 1);
});
