/**
 * Moves the focus after a button of a row removed the row: to the next row, or to the one before if it was the last; if the list is gone too, to
 * the next row of the list around it; if no row is left, to the control that adds one, or else to the first control of the section or drawer.
 * Such buttons have the attribute data-removes.
 */
const ROW = 'tr, li, .chip';
const REMOVES = '[data-removes]';
const AROUND = 'section, .drawer, main';
const ADDS = '.add-by-name input';
const CONTROLS = 'select:not(:disabled), input:not(:disabled), button:not(:disabled), a[href]';

/** @param {Document} document */
export function attachRemovals(document) {
  /** @type {{row: Element, levels: {row: Element, list: Element, at: number}[], around: Element[]} | null} the row whose button was pressed last */
  let pressed = null;

  const rowsOf = list => [...list.children].filter(row => row.querySelector(REMOVES));

  /** Returns the matching elements that contain an element, from the inside out. */
  const upwards = (element, selector) => {
    const found = [];
    for (let one = element.closest(selector); one; one = one.parentElement?.closest(selector)) found.push(one);
    return found;
  };

  const next = ({ levels, around }) => {
    for (const { row, list, at } of levels) {
      if (!list.isConnected) continue;
      const rows = rowsOf(list);
      const control = (row.isConnected ? row : rows[Math.min(at, rows.length - 1)])?.querySelector(REMOVES);
      if (control) return control;
    }
    for (const one of around.filter(one => one.isConnected)) {
      const control = one.querySelector(ADDS) ?? one.querySelector(CONTROLS);
      if (control) return control;
    }
    return null;
  };

  // A press elsewhere ends the removal, except in the dialog that asks the user to confirm it.
  document.addEventListener('pointerdown', event => {
    if (!event.target.closest?.('dialog, [role=dialog]')) pressed = null;
  }, { capture: true });

  document.addEventListener('click', event => {
    const row = event.target.closest?.(REMOVES)?.closest(ROW);
    if (row) {
      const levels = upwards(row, ROW).map(one => ({ row: one, list: one.parentElement, at: rowsOf(one.parentElement).indexOf(one) }));
      pressed = { row, levels, around: upwards(row, AROUND) };
    }
  }, { capture: true });

  new MutationObserver(() => {
    if (!pressed || pressed.row.isConnected) return;
    const gone = pressed;
    pressed = null;
    if (document.activeElement && document.activeElement !== document.body) return;
    next(gone)?.focus({ preventScroll: true });
  }).observe(document.body, { childList: true, subtree: true });
}
