/**
 * Makes a table with the attribute data-rows one Tab stop: arrow keys move over its rows and up to its head, Tab leaves it, and coming back by
 * Tab leads to the row that last had the focus.
 */
const CONTROLS = ':is(thead, tbody) :is(a[href], button:not(:disabled))';
const TABLE = 'table[data-rows]';

/** Returns the step of a key, over rows or over the controls of one row; null when the key is not one of ours. */
export function stepOf({ key, ctrlKey, altKey, metaKey, shiftKey }) {
  if (ctrlKey || altKey || metaKey || shiftKey) {
    return null;
  }
  return {
    ArrowUp: { rows: -1 }, ArrowDown: { rows: 1 }, PageUp: { rows: -10 }, PageDown: { rows: 10 }, Home: { rows: -Infinity }, End: { rows: Infinity },
    ArrowLeft: { controls: -1 }, ArrowRight: { controls: 1 },
  }[key] ?? null;
}

/** @template T @param {T[]} all @param {T} one @param {number} step @returns {T} the one so many steps further, at most the first or last */
export const along = (all, one, step) => all[Math.max(0, Math.min(all.length - 1, all.indexOf(one) + step))];

/** @param {Document} document */
export function attachRows(document) {
  /** @type {WeakMap<Element, HTMLElement>} the control in each table that last had the focus */
  const places = new WeakMap();
  let byTab = false;

  function walk(table, control, step) {
    const controls = [...table.querySelectorAll(CONTROLS)];
    const row = control.closest('tr');
    const inRow = controls.filter(other => other.closest('tr') === row);
    const firsts = controls.filter((other, i) => i === 0 || controls[i - 1].closest('tr') !== other.closest('tr'));
    return step.controls ? along(inRow, control, step.controls) : along(firsts, inRow[0], step.rows);
  }

  // Takes the other controls out of the Tab order while the browser handles Tab, and puts them back right after.
  function pass(table, control) {
    const others = [...table.querySelectorAll(CONTROLS)].filter(other => other !== control);
    for (const other of others) other.tabIndex = -1;
    setTimeout(() => { for (const other of others) other.removeAttribute('tabindex'); });
  }

  document.addEventListener('keydown', event => {
    byTab = event.key === 'Tab';
    const table = event.target.closest?.(TABLE);
    if (!table || !event.target.matches(CONTROLS)) {
      return;
    }
    if (byTab) {
      pass(table, event.target);
      return;
    }
    const step = stepOf(event);
    if (step) {
      event.preventDefault();
      walk(table, event.target, step).focus();
    }
  });
  document.addEventListener('pointerdown', () => { byTab = false; }, { capture: true });
  document.addEventListener('focusin', event => {
    const table = event.target.closest?.(TABLE);
    if (!table || !event.target.matches(CONTROLS)) {
      return;
    }
    const last = places.get(table);
    const place = last?.isConnected ? last : table.tBodies[0].querySelector(':is(a[href], button:not(:disabled))');
    if (byTab && !table.contains(event.relatedTarget) && place && place !== event.target) {
      place.focus();
      return;
    }
    places.set(table, event.target);
  });
}
