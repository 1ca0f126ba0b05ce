import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Drawers } from '../../src/OperatingModel.Web/wwwroot/js/drawers.js';
import { Browser, Element } from './browser.js';

const turn = () => new Promise(resolve => { setTimeout(resolve); });

/** A page with a grid, a field and a drawer that the server opens and closes. */
function pageOf(browser) {
  const drawers = new Drawers(browser);
  const grid = new Element('grid', browser.main), cell = new Element('cell', grid), field = new Element('field', browser.main);
  const aside = new Element('drawer', browser.main), inside = new Element('input', aside), holder = new Element('drawer-close', aside);
  const button = holder.first = new Element('button', holder);
  let gone = null;
  const page = {
    cell, field, aside, inside, button,
    act: () => browser.tell('pointerdown', {}),
    open: (url = browser.location.href) => { browser.history.replaceState({}, '', url); gone = drawers.opened(holder); },
    close: async (url = browser.location.href) => {
      browser.history.replaceState({}, '', url);
      if (aside.contains(browser.document.activeElement)) browser.document.activeElement = browser.body;
      gone();
      gone = null;
      await turn();
    },
    get isOpen() { return gone !== null; },
  };
  return page;
}

function begun(options) {
  const browser = new Browser('/list', options);
  return { browser, page: pageOf(browser) };
}

test('Back closes the drawer and stays on the page, with what the page shows now', async () => {
  const { browser, page } = begun();
  page.act();
  page.open('/list?row=1');
  page.button.act = () => page.close('/list?q=x');
  browser.history.replaceState({}, '', '/list?q=x&row=2');
  browser.go(-1);
  await turn();
  browser.settle();
  assert.equal(page.button.clicked, 1);
  assert.equal(browser.location.href, '/list?q=x');
  assert.equal(browser.at, 0);
  assert.deepEqual(browser.heard, [], 'nobody else hears of the step');
});

test('Closing by hand leaves no entry behind', async () => {
  const { browser, page } = begun();
  page.act();
  page.open('/list?row=1');
  assert.equal(browser.entries.length, 2);
  await page.close('/list');
  browser.settle();
  assert.equal(browser.at, 0);
  assert.equal(browser.location.href, '/list');
  assert.equal(page.button.clicked, 0);
});

test('The next drawer has an entry again', async () => {
  const { browser, page } = begun();
  for (let i = 0; i < 3; i++) {
    page.act();
    page.open('/list?row=1');
    assert.equal(browser.at, 1);
    await page.close('/list');
    browser.settle();
    assert.equal(browser.at, 0);
  }
});

test('A drawer opened while the step back is under way has an entry, and stays', async () => {
  const { browser, page } = begun();
  page.act();
  page.open('/list?row=1');
  await page.close('/list');
  page.act();
  page.open('/list?row=2');
  browser.settle();
  assert.ok(page.isOpen);
  assert.equal(page.button.clicked, 0);
  assert.equal(browser.at, 1);
  assert.equal(browser.location.href, '/list?row=2');
});

test('Where a link led to an open drawer, Back leads to where the link was', () => {
  const { browser, page } = begun();
  page.act();
  browser.history.pushState({}, '', '/map?row=1');
  page.open();
  assert.equal(browser.entries.length, 2);
  browser.go(-1);
  assert.deepEqual(browser.heard, ['/list']);
});

test('A link followed from the drawer: Back shows the drawer again, one more Back closes it', async () => {
  const { browser, page } = begun();
  page.act();
  page.open('/list?row=1');
  browser.history.pushState({}, '', '/other');
  browser.go(-1);
  assert.deepEqual(browser.heard, ['/list?row=1']);
  page.button.act = () => page.close('/list');
  browser.go(-1);
  await turn();
  assert.equal(page.button.clicked, 1);
  assert.equal(browser.location.href, '/list');
});

test('After a reload Back closes the drawer, too', () => {
  const first = begun();
  first.page.act();
  first.page.open('/list?row=1');
  const { browser, page } = begun({ stored: first.browser.stored, entries: first.browser.entries, at: 1 });
  page.open();
  browser.go(-1);
  assert.equal(page.button.clicked, 1);
});

test('A page drawn anew, as after a pause, keeps the entry of its drawer', async () => {
  const { browser, page } = begun();
  page.act();
  page.open('/list?row=1');
  browser.main.isConnected = false;
  await page.close();
  browser.settle();
  assert.equal(browser.at, 1);
});

test('The focus returns to where it came from', async () => {
  const { browser, page } = begun();
  page.cell.focus();
  page.act();
  page.open();
  page.inside.focus();
  await page.close();
  assert.equal(browser.document.activeElement, page.cell);
});

test('Who has gone on elsewhere keeps the focus there', async () => {
  const { browser, page } = begun();
  page.cell.focus();
  page.open();
  page.field.focus();
  await page.close();
  assert.equal(browser.document.activeElement, page.field);
});

test('What had the focus is gone: the first control of the instrument has it', async () => {
  const { browser, page } = begun();
  page.cell.focus();
  page.open();
  page.inside.focus();
  page.cell.isConnected = false;
  browser.main.first = page.field;
  await page.close();
  assert.equal(browser.document.activeElement, page.field);
});

test('Tab leads from the grid into the drawer; elsewhere, and with Shift, it goes its way', () => {
  const { browser, page } = begun();
  page.cell.focus();
  browser.press(page.cell, 'Tab');
  assert.equal(browser.document.activeElement, page.cell, 'no drawer');
  page.open();
  browser.press(page.cell, 'Tab', { shiftKey: true });
  browser.press(page.field, 'Tab');
  assert.equal(browser.document.activeElement, page.cell);
  browser.press(page.cell, 'Tab');
  assert.equal(browser.document.activeElement, page.aside);
});

test('A drawer that covers the page has the focus', () => {
  const { browser, page } = begun();
  browser.position = 'fixed';
  page.cell.focus();
  page.act();
  page.open();
  assert.equal(browser.document.activeElement, page.aside);
});

test('A browser that does not know its entries keeps all but Back', async () => {
  const { browser, page } = begun({ knowsEntries: false });
  page.cell.focus();
  page.act();
  page.open('/list?row=1');
  assert.equal(browser.entries.length, 1);
  page.inside.focus();
  await page.close('/list');
  assert.equal(browser.document.activeElement, page.cell);
});
