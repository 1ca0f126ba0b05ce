/**
 * Where a row went by a button of its own, the focus goes on to the next row, or to the one before where it was the last; without any left, to
 * what adds one. Such buttons have the attribute data-removes.
 */
const ROW = 'tr, li, .chip';
const REMOVES = '[data-removes]';
const ADDS = '.add-by-name input';

/** @param {Document} document */
export function attachRemovals(document) {
  /** @type {{row: Element, list: Element, around: Element, at: number} | null} the row whose button was pressed last */
  let pressed = null;

  const rowsOf = list => [...list.children].filter(row => row.querySelector(REMOVES));

  document.addEventListener('click', event => {
    const row = event.target.closest?.(REMOVES)?.closest(ROW);
    if (row) {
      const list = row.parentElement;
      pressed = { row, list, around: list.closest('section, .drawer, main'), at: rowsOf(list).indexOf(row) };
    }
  }, { capture: true });

  new MutationObserver(() => {
    if (!pressed || pressed.row.isConnected) return;
    const { list, around, at } = pressed;
    pressed = null;
    if (document.activeElement && document.activeElement !== document.body) return;
    const rows = list.isConnected ? rowsOf(list) : [];
    (rows[Math.min(at, rows.length - 1)]?.querySelector(REMOVES) ?? around?.querySelector(ADDS))?.focus();
  }).observe(document.body, { childList: true, subtree: true });
}
