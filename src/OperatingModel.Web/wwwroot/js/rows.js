/**
 * A table is one Tab stop: Tab comes to its first row, or back to where one was; arrow keys walk over the rows, and up to the head; Tab leaves
 * it. Tables ask for it with the attribute data-rows.
 */
const CONTROLS = ':is(thead, tbody) :is(a[href], button:not(:disabled))';
const TABLE = 'table[data-rows]';

/** Where a key leads; null: it is not ours. Steps over rows, or over the controls of one row. */
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
  /** @type {WeakMap<Element, HTMLElement>} where one was in each table */
  const places = new WeakMap();
  let byTab = false;

  function walk(table, control, step) {
    const controls = [...table.querySelectorAll(CONTROLS)];
    const row = control.closest('tr');
    const inRow = controls.filter(other => other.closest('tr') === row);
    const firsts = controls.filter((other, i) => i === 0 || controls[i - 1].closest('tr') !== other.closest('tr'));
    return step.controls ? along(inRow, control, step.controls) : along(firsts, inRow[0], step.rows);
  }

  // Tab passes by what is no stop at this moment; a moment later all can be reached again, whatever was drawn in between.
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
