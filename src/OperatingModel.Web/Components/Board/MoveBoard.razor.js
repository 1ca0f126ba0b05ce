// The keys and the pointer of a board of items in columns. The page decides what a key or a drop does, one call after the other; this script
// does only what must not wait for the page.
import { inTurn } from '../../js/lost-answer.js';

const [ITEM, COLUMN, ADD, TYPED_INTO] = ['[data-item]', '[data-column]', '[data-add]', 'input, select, textarea'];
const HANDLE = `a[href], button, [tabindex], ${TYPED_INTO}`;
/** The share of an item at each edge where a drop goes beside it and not into it, 0..0.5. */
const EDGE = 0.28;

const itemOf = element => element.closest?.(ITEM);
const columnOf = element => element.closest?.(COLUMN);
const codeOf = place => place?.dataset.item ?? place?.dataset.column;
/** The element of an item that takes the focus. */
const handleOf = item => item?.matches(HANDLE) ? item : item?.querySelector(HANDLE);
const isHandle = element => !element.matches(TYPED_INTO) && handleOf(itemOf(element)) === element;
/** An item with the version and the place that the user sees. */
const seen = item => {
  const { item: code, name, version, standing } = item?.dataset ?? {};
  return item ? { code, name, version: Number(version), standing } : null;
};

export function attach(root, server) {
  const life = new AbortController();
  const on = (target, type, handler) => target.addEventListener(type, handler, { signal: life.signal });
  const isAcross = 'across' in root.dataset;
  const [back, forth, before, behind] = ['Left', 'Right', 'Up', 'Down', 'Left', 'Right'].slice(isAcross ? 0 : 2).map(side => `Arrow${side}`);
  const all = (selector, within = root) => [...within.querySelectorAll(selector)];
  const asked = inTurn(root);
  let dragged = null;   // the dragged item, and the codes of the places that refuse it
  let kept = null;      // the element that has the focus, and the code of its item or column

  // Reads the arguments of a call when its turn comes, because by then the page shows the results of the calls before it.
  function ask(method, about) {
    let call = null;
    return asked(number => server.invokeMethodAsync(method, number, ...(call ??= about())));
  }

  // Calls the page, which reports a failure itself.
  const notify = (method, about) => { ask(method, about).catch(() => {}); };

  // Changes the text of a field and notifies the page, which keeps the text as a draft.
  function write(input, text) {
    input.value = text;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }

  function add(input, names) {
    const [typed, column, after] = [input.value, codeOf(columnOf(input)), input.dataset.after || null];
    write(input, '');
    // A text that could not be stored goes back into the field, for the user to correct.
    ask('Add', () => [column, after, names]).catch(() => false)
      .then(done => { if (!done && !input.value) write(input, typed); });
  }

  function type(event, input) {
    const name = input.value.trim();
    if (event.key === 'Enter') { event.preventDefault(); if (name) add(input, [name]); }
    else if (event.key === 'Escape') { event.stopPropagation(); write(input, ''); notify('Press', () => [codeOf(columnOf(input)), 'Escape']); }
    else if (event.key === back && !input.value) handleOf(all(ITEM, columnOf(input)).at(-1))?.focus();
  }

  function walk(event, handle) {
    const [column, columns] = [columnOf(handle), all(COLUMN)];
    const items = all(ITEM, column), at = items.indexOf(itemOf(handle)), place = columns.indexOf(column);
    const other = { [before]: columns[place - 1], [behind]: columns[place + 1] }[event.key];
    const beside = { [back]: items[at - 1], [forth]: items[at + 1], Home: items[0], End: items.at(-1) }[event.key];
    const next = handleOf(beside ?? other?.querySelector(ITEM)) ?? (event.key === forth ? column : other)?.querySelector(ADD);
    if (next) { event.preventDefault(); next.focus(); }
  }

  on(root, 'keydown', event => {
    const { target, key } = event;
    if (event.isComposing) return;
    if (target.matches(ADD)) { type(event, target); return; }
    const active = target.getAttribute('aria-activedescendant');
    if (active === null && !isHandle(target)) return;
    if (event.altKey && key.startsWith('Arrow')) {
      event.preventDefault();
      // A move draws the item anew: the next one finds it by its code when its turn comes.
      const code = codeOf(itemOf(target));
      const item = () => active === null
        ? all(ITEM).find(item => codeOf(item) === code)
        : root.querySelector(`#${target.getAttribute('aria-activedescendant')}`);
      notify('Step', () => [seen(item()), key.slice('Arrow'.length)]);
    } else if (active !== null || event.altKey || event.ctrlKey || event.metaKey) return;
    else if (key === 'F2' || key === 'Delete') { event.preventDefault(); notify('Press', () => [codeOf(itemOf(target)), key]); }
    else walk(event, target);
  });

  on(root, 'dblclick', ({ target }) => {
    const handle = target.closest(HANDLE);
    if (handle && isHandle(handle)) notify('Press', () => [codeOf(itemOf(handle)), 'F2']);
  });

  // A list copied from elsewhere becomes one item per line.
  on(root, 'paste', event => {
    if (!event.target.matches(ADD)) return;
    const names = event.clipboardData.getData('text/plain').split(/\r?\n/).map(line => line.split('\t')[0].trim()).filter(Boolean);
    if (names.length > 1) { event.preventDefault(); add(event.target, names); }
  });

  function mark(place) {
    for (const other of all('[data-drop]')) if (other !== place?.target) delete other.dataset.drop;
    if (place) place.target.dataset.drop = place.side;
  }

  function placeOf(event) {
    const [item, column] = [itemOf(event.target), columnOf(event.target)];
    const target = item ?? column;
    if (!dragged || !target || item && codeOf(item) === dragged.item.code || dragged.refused.includes(codeOf(target))) return null;
    const box = target.getBoundingClientRect();
    const share = isAcross ? (event.clientX - box.left) / box.width : (event.clientY - box.top) / box.height;
    const edge = !item ? 0 : 'into' in item.dataset ? EDGE : 0.5;
    return { target, side: share < edge ? 'before' : share >= 1 - edge && item ? 'after' : 'into' };
  }

  // A drag that begins in a field selects its text.
  let still = null;
  on(root, 'pointerdown', ({ target }) => {
    if (target.matches('input, textarea, select') && itemOf(target)?.draggable) { still = itemOf(target); still.draggable = false; }
  });
  const release = () => { if (still) still.draggable = true; still = null; };
  on(document, 'pointerup', release);
  on(document, 'pointercancel', release);

  on(root, 'dragstart', event => {
    const item = seen(itemOf(event.target));
    if (!item) return;
    const drag = dragged = { item, refused: [] };
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', item.code);
    server.invokeMethodAsync('Refused', item.code).then(codes => { drag.refused = codes; }).catch(() => {});
  });
  on(root, 'dragover', event => {
    const place = placeOf(event);
    mark(place);
    if (place) event.preventDefault();
  });
  on(root, 'dragleave', event => { if (!root.contains(event.relatedTarget)) mark(null); });
  on(root, 'drop', event => {
    const [place, item] = [placeOf(event), dragged?.item];
    mark(null);
    if (!place) return;
    event.preventDefault();
    focusAt(item.code);
    notify('Drop', () => [item, codeOf(place.target), place.side]);
  });
  on(document, 'dragend', () => { mark(null); dragged = null; });

  // Focuses the field for new items of a column, or an item. The text of a name is selected; text typed for a new item is not.
  function focusAt(code) {
    const place = all(`${ITEM}, ${COLUMN}`).find(place => codeOf(place) === code);
    const element = (place?.matches(COLUMN) && place.querySelector(ADD)) || handleOf(place);
    if (!element) return;
    element.focus();
    if (!element.matches(ADD)) element.select?.();
    keep(element);
  }

  // A redraw takes the focus from an element that it moves or replaces. The script gives it back, unless the user moved it elsewhere.
  const keep = element => { kept = { element, code: codeOf(itemOf(element) ?? (element.matches(ADD) ? columnOf(element) : null)) }; };
  on(document, 'focusin', ({ target }) => { if (root.contains(target)) keep(target); else kept = null; });
  on(document, 'pointerdown', ({ target }) => { if (!kept?.element.contains(target)) kept = null; });
  const redraws = new MutationObserver(() => {
    if (!kept || document.activeElement !== document.body) return;
    if (kept.element.isConnected) kept.element.focus();
    else focusAt(kept.code);
  });
  redraws.observe(root, { childList: true, subtree: true });

  return { focus: focusAt, dispose: () => { life.abort(); redraws.disconnect(); } };
}
