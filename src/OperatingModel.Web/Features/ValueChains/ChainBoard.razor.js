// Keyboard and drag on drawn value chains. What they mean is decided by the page; here is only what must not wait for it.
import { inTurn } from '../../js/lost-answer.js';

const tileOf = element => element.closest?.('[data-stage]');
const tilesOf = element => [...element.closest('[data-chain]').querySelectorAll('[data-stage]')];
const handleOf = tile => tile?.querySelector('input, .chevron');

export function attach(root, page) {
  const asked = inTurn();
  const ask = (what, ...about) => asked(number => page.invokeMethodAsync(what, number, ...about));
  // A failure is told by the page.
  const tell = (...what) => { ask(...what).catch(() => {}); };
  let dragged = null;

  // The page keeps what is typed as a draft, and must hear of what the script does to it.
  function write(input, text) {
    input.value = text;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }

  function add(input, names) {
    const [typed, chain, after] = [input.value, input.dataset.chainCode, input.dataset.after || null];
    write(input, '');
    // What could not be stored is back in the field, to be looked at.
    ask('Add', chain, after, names).catch(() => false)
      .then(done => { if (!done && !input.value) write(input, typed); });
  }

  function walk(event, chevron) {
    const tiles = tilesOf(chevron), at = tiles.indexOf(tileOf(chevron));
    const chains = [...root.querySelectorAll('[data-chain]')], chain = chains.indexOf(chevron.closest('[data-chain]'));
    const beside = { ArrowLeft: tiles[at - 1], ArrowRight: tiles[at + 1], Home: tiles[0], End: tiles.at(-1) }[event.key];
    const other = { ArrowUp: chains[chain - 1], ArrowDown: chains[chain + 1] }[event.key];
    const next = beside ? handleOf(beside)
      : event.key === 'ArrowRight' ? chevron.closest('[data-chain]').querySelector('[data-add]')
      : other?.querySelector('.chevron, [data-add]');
    if (next) { event.preventDefault(); next.focus(); }
  }

  function key(event) {
    const { target } = event;
    if (event.isComposing) return;
    if (target.matches('[data-add]')) {
      const name = target.value.trim();
      if (event.key === 'Enter') { event.preventDefault(); if (name) add(target, [name]); }
      else if (event.key === 'Escape') { event.stopPropagation(); write(target, ''); tell('GiveUp'); }
      else if (event.key === 'ArrowLeft' && !target.value) handleOf(tilesOf(target).at(-1))?.focus();
      return;
    }
    if (!target.matches('.chevron')) return;
    const code = tileOf(target).dataset.stage;
    if (event.altKey && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
      event.preventDefault();
      tell('Step', code, event.key === 'ArrowLeft' ? -1 : 1);
    } else if (event.key === 'F2') { event.preventDefault(); tell('Rename', code); }
    else if (event.key === 'Delete') tell('Delete', code);
    else if (!event.altKey && !event.ctrlKey) walk(event, target);
  }

  // A list copied from elsewhere becomes one stage per line.
  function paste(event) {
    if (!event.target.matches('[data-add]')) return;
    const names = event.clipboardData.getData('text/plain').split(/\r?\n/).map(line => line.split('\t')[0].trim()).filter(Boolean);
    if (names.length > 1) { event.preventDefault(); add(event.target, names); }
  }

  function unmark() { for (const tile of root.querySelectorAll('[data-drop]')) delete tile.dataset.drop; }

  function placeOf(event) {
    const tile = tileOf(event.target) ?? event.target.closest?.('[data-last]');
    if (!tile || tile.dataset.stage === dragged) return null;
    const box = tile.getBoundingClientRect();
    return { tile, before: !!tile.dataset.stage && event.clientX < box.left + box.width / 2 };
  }

  const listeners = {
    keydown: key,
    paste,
    dblclick: event => { if (event.target.closest('.chevron')) tell('Rename', tileOf(event.target).dataset.stage); },
    dragstart: event => {
      dragged = tileOf(event.target)?.dataset.stage ?? null;
      if (dragged) { event.dataTransfer.effectAllowed = 'move'; event.dataTransfer.setData('text/plain', dragged); }
    },
    dragover: event => {
      const place = dragged && placeOf(event);
      unmark();
      if (place) { event.preventDefault(); place.tile.dataset.drop = place.before ? 'before' : 'after'; }
    },
    drop: event => {
      const place = dragged && placeOf(event);
      unmark();
      if (!place) return;
      event.preventDefault();
      tell('Drop', dragged, place.tile.closest('[data-chain]').dataset.chain, place.tile.dataset.stage ?? null, place.before);
    },
    dragend: () => { dragged = null; unmark(); },
  };
  for (const [name, listener] of Object.entries(listeners)) root.addEventListener(name, listener);
  return {
    dispose: () => { for (const [name, listener] of Object.entries(listeners)) root.removeEventListener(name, listener); },
    focus: (code, onlyIfLost) => {
      if (onlyIfLost && document.activeElement !== document.body) return;
      const handle = handleOf(root.querySelector(`[data-stage="${CSS.escape(code)}"]`));
      handle?.focus();
      handle?.select?.();
    },
    focusAdd: chain => root.querySelector(`[data-chain="${CSS.escape(chain)}"] [data-add]`)?.focus(),
  };
}
