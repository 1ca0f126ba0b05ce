// The keys and the pointer of a board: items in columns are moved, walked over, named and added. What that means is decided by the page,
// one call after the other; here is only what must not wait for it.
import { inTurn } from '../../js/lost-answer.js';

const [ITEM, COLUMN, ADD] = ['[data-item]', '[data-column]', '[data-add]'];
const TYPED_INTO = 'input, select, textarea';
const HANDLE = `a[href], button, [tabindex], ${TYPED_INTO}`;
/** How far from its edges one drops beside an item that others can be dropped into. */
const EDGE = 0.28;

const itemOf = element => element.closest?.(ITEM);
const columnOf = element => element.closest?.(COLUMN);
/** What has the focus where an item has it. */
const handleOf = item => item?.matches(HANDLE) ? item : item?.querySelector(HANDLE);
const isHandle = element => !element.matches(TYPED_INTO) && handleOf(itemOf(element)) === element;
/** An item as its user sees it. */
const seen = item => {
  const { item: code, name, version, standing } = item?.dataset ?? {};
  return item ? { code, name, version: Number(version), standing } : null;
};

export function attach(root, server) {
  const life = new AbortController();
  const on = (target, type, handler) => target.addEventListener(type, handler, { signal: life.signal });
  const isAcross = 'across' in root.dataset;
  const asked = inTurn(root);
  let dragged = null;
  let kept = null;

  // What a call is about is looked up when its turn comes: the page shows by then what the calls before it did.
  function ask(method, about) {
    let call = null;
    return asked(number => server.invokeMethodAsync(method, number, ...(call ??= about())));
  }

  // The page reports a failure.
  const tell = (method, about) => { ask(method, about).catch(() => {}); };

  const all = (selector, within = root) => [...within.querySelectorAll(selector)];
  const placeNamed = code =>
    all(ITEM).find(item => item.dataset.item === code) ?? all(COLUMN).find(column => column.dataset.column === code);
  const activeOf = target => root.querySelector(`#${CSS.escape(target.getAttribute('aria-activedescendant'))}`);
  /** Adding begins in a column; else the focus is on an item. */
  const focusOf = place => (place?.matches(COLUMN) && place.querySelector(ADD)) || handleOf(place);

  // A name is there to be typed anew; what is typed for a new item goes on.
  function focus(element) {
    element?.focus();
    if (!element?.matches(ADD)) element?.select?.();
  }

  function keep(element) {
    kept = { element, place: itemOf(element)?.dataset.item ?? (element.matches(ADD) ? columnOf(element).dataset.column : null) };
  }

  // The page keeps what is typed as a draft, and must hear of what the script does to it.
  function write(input, text) {
    input.value = text;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }

  function add(input, names) {
    const [typed, column, after] = [input.value, columnOf(input).dataset.column, input.dataset.after || null];
    write(input, '');
    // What could not be stored is back in the field, to be looked at.
    ask('Add', () => [column, after, names]).catch(() => false)
      .then(done => { if (!done && !input.value) write(input, typed); });
  }

  function type(event, input) {
    const name = input.value.trim();
    if (event.key === 'Enter') { event.preventDefault(); if (name) add(input, [name]); }
    else if (event.key === 'Escape') { event.stopPropagation(); write(input, ''); tell('Press', () => [columnOf(input).dataset.column, 'Escape']); }
    else if (event.key === (isAcross ? 'ArrowLeft' : 'ArrowUp') && !input.value) handleOf(all(ITEM, columnOf(input)).at(-1))?.focus();
  }

  function walk(event, handle) {
    const [back, forth, before, behind] = isAcross ? ['Left', 'Right', 'Up', 'Down'] : ['Up', 'Down', 'Left', 'Right'];
    const [column, columns] = [columnOf(handle), all(COLUMN)];
    const items = all(ITEM, column), at = items.indexOf(itemOf(handle)), place = columns.indexOf(column);
    const other = { [`Arrow${before}`]: columns[place - 1], [`Arrow${behind}`]: columns[place + 1] }[event.key];
    const next = other ? handleOf(other.querySelector(ITEM)) ?? other.querySelector(ADD)
      : handleOf({ [`Arrow${back}`]: items[at - 1], [`Arrow${forth}`]: items[at + 1], Home: items[0], End: items.at(-1) }[event.key])
        ?? (event.key === `Arrow${forth}` ? column.querySelector(ADD) : null);
    if (next) { event.preventDefault(); next.focus(); }
  }

  on(root, 'keydown', event => {
    const { target, key } = event;
    if (event.isComposing) return;
    if (target.matches(ADD)) { type(event, target); return; }
    const isActive = target.hasAttribute('aria-activedescendant');
    if (!isActive && !isHandle(target)) return;
    if (event.altKey && key.startsWith('Arrow')) {
      event.preventDefault();
      tell('Step', () => [seen(isActive ? activeOf(target) : itemOf(target)), key.slice('Arrow'.length)]);
    } else if (isActive || event.altKey || event.ctrlKey || event.metaKey) return;
    else if (key === 'F2' || key === 'Delete') { event.preventDefault(); tell('Press', () => [itemOf(target).dataset.item, key]); }
    else walk(event, target);
  });

  on(root, 'dblclick', ({ target }) => {
    const handle = target.closest(HANDLE);
    if (handle && isHandle(handle)) tell('Press', () => [itemOf(handle).dataset.item, 'F2']);
  });

  // A list copied from elsewhere becomes one item per line.
  on(root, 'paste', event => {
    if (!event.target.matches(ADD)) return;
    const names = event.clipboardData.getData('text/plain').split(/\r?\n/).map(line => line.split('\t')[0].trim()).filter(Boolean);
    if (names.length > 1) { event.preventDefault(); add(event.target, names); }
  });

  function mark(place) {
    for (const other of all('[data-drop]')) if (other !== place?.target) delete other.dataset.drop;
    if (place && place.target.dataset.drop !== place.side) place.target.dataset.drop = place.side;
  }

  function placeOf({ target, clientX, clientY }) {
    const [item, column] = [itemOf(target), columnOf(target)];
    const place = item ?? column;
    if (!dragged || !place || item?.dataset.item === dragged.seen.code) return null;
    const code = item ? item.dataset.item : column.dataset.column;
    if (dragged.refused.includes(code)) return null;
    if (!item) return { code, target: column, side: 'into' };
    const box = item.getBoundingClientRect();
    const share = isAcross ? (clientX - box.left) / box.width : (clientY - box.top) / box.height;
    const edge = 'into' in item.dataset ? EDGE : 0.5;
    return { code, target: item, side: share < edge ? 'before' : share >= 1 - edge ? 'after' : 'into' };
  }

  on(root, 'dragstart', event => {
    const item = itemOf(event.target);
    if (!item) return;
    const drag = dragged = { seen: seen(item), refused: [] };
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', drag.seen.code);
    server.invokeMethodAsync('Refused', drag.seen.code).then(codes => { drag.refused = codes; }).catch(() => {});
  });
  on(root, 'dragover', event => {
    const place = placeOf(event);
    mark(place);
    if (place) event.preventDefault();
  });
  on(root, 'dragleave', event => { if (!root.contains(event.relatedTarget)) mark(null); });
  on(root, 'drop', event => {
    const [place, item] = [placeOf(event), dragged?.seen];
    mark(null);
    if (!place) return;
    event.preventDefault();
    const handle = handleOf(placeNamed(item.code));
    if (handle) { handle.focus(); keep(handle); }
    tell('Drop', () => [item, place.code, place.side]);
  });
  on(document, 'dragend', () => { mark(null); dragged = null; });

  // A redraw takes the focus from what it moves or draws anew. It stays with the item, unless the user went on elsewhere.
  on(document, 'focusin', ({ target }) => { if (root.contains(target)) keep(target); else kept = null; });
  on(document, 'pointerdown', ({ target }) => { if (!kept?.element.contains(target)) kept = null; });
  const redraws = new MutationObserver(() => {
    if (!kept || document.activeElement !== document.body) return;
    if (kept.element.isConnected) kept.element.focus();
    else focus(focusOf(placeNamed(kept.place)));
  });
  redraws.observe(root, { childList: true, subtree: true });

  return {
    focus: code => focus(focusOf(placeNamed(code))),
    dispose: () => { life.abort(); redraws.disconnect(); },
  };
}
