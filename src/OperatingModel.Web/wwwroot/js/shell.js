// What the frame does in the browser alone: theme, density, folding, keyboard shortcuts, drawers, walking over tables and on from what was
// removed. The page and the components load it by the same address, so that there is one of it.
import { attachDrawers } from './drawers.js';
import { attachRemovals } from './removals.js';
import { attachRows } from './rows.js';
import { shortcutOf } from './shortcuts.js';

const root = document.documentElement;
const TYPED_INTO = 'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]';
/** What lies over the page and closes itself with Escape. */
const OVER_THE_PAGE = 'dialog[open], .mud-dialog, .mud-popover-open, :popover-open';

function remember(name, value) {
  if (value) { root.dataset[name] = value; localStorage.setItem(`om-${name}`, value); }
  else { delete root.dataset[name]; localStorage.removeItem(`om-${name}`); }
}

function toggleTheme() {
  const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  remember('theme', dark ? 'light' : 'dark');
}

const shortcut = name => document.querySelector(`[data-shortcut="${name}"]`);

// Opened here and not by the server: what is typed right after Ctrl+K must not go to the page.
function openSearch() {
  const dialog = document.querySelector('dialog.search');
  const field = dialog.querySelector('input');
  if (!dialog.open) {
    field.value = '';
    dialog.showModal();
  }
  field.select();
}

const actions = {
  theme: toggleTheme,
  density: () => remember('density', root.dataset.density ? null : 'comfortable'),
  fold: () => remember('nav', root.dataset.nav ? null : 'folded'),
  print: () => window.print(),
  search: openSearch,
  help: () => shortcut('help')?.click(),
  undo: () => shortcut('undo')?.click(),
  redo: () => shortcut('redo')?.click(),
};

document.addEventListener('click', event => {
  const button = event.target.closest?.('[data-action]');
  if (button) actions[button.dataset.action]?.();
});

function close(event) {
  // The first Escape gives up what is typed or what lies on top, the next one closes.
  if (!document.querySelector(OVER_THE_PAGE) && !event.target.closest('[data-dirty]')) shortcut('close')?.click();
}

document.addEventListener('keydown', event => {
  const name = shortcutOf(event, Boolean(event.target.closest?.(TYPED_INTO)));
  if (name === 'close') {
    close(event);
  } else if (name) {
    if (name !== 'help') event.preventDefault();
    if (name === 'search' && document.querySelector('dialog.search[open]')) openSearch();
    else shortcut(name)?.click();
  }
});

document.addEventListener('pointerdown', event => {
  const grip = event.target.closest?.('.drawer-grip');
  if (!grip) return;
  const drawer = grip.parentElement;
  const right = drawer.getBoundingClientRect().right;
  grip.classList.add('dragging');
  grip.setPointerCapture(event.pointerId);
  const move = e => { root.style.setProperty('--drawer', `${Math.round(Math.min(Math.max(right - e.clientX, 320), innerWidth * 0.6))}px`); };
  const stop = () => { grip.classList.remove('dragging'); grip.removeEventListener('pointermove', move); };
  grip.addEventListener('pointermove', move);
  grip.addEventListener('pointerup', stop, { once: true });
  grip.addEventListener('pointercancel', stop, { once: true });
});

attachDrawers(window);
attachRows(document);
attachRemovals(document);

// MudBlazor opens the calendar at a blank and at Enter, also while a day is typed: "31 March 2026". Its button opens it, too.
document.addEventListener('keydown', event => {
  if ((event.key === ' ' || event.key === 'Enter') && event.target.matches?.('.day-field input')) event.stopPropagation();
}, true);

// On a phone the navigation is wider than the screen: the page one is on is in sight.
customElements.define('current-page', class extends HTMLElement {
  #watch = null;
  connectedCallback() {
    const nav = this.parentElement;
    const show = () => {
      const link = nav.querySelector('a[aria-current]');
      if (link && nav.scrollWidth > nav.clientWidth) {
        nav.scrollLeft += link.getBoundingClientRect().left - nav.getBoundingClientRect().left - (nav.clientWidth - link.offsetWidth) / 2;
      }
    };
    this.#watch = new MutationObserver(show);
    this.#watch.observe(nav, { subtree: true, childList: true, attributes: true, attributeFilter: ['aria-current'] });
    show();
  }
  disconnectedCallback() { this.#watch?.disconnect(); }
});

export { attach } from './attach.js';
/** The connection is about to be lost because the program is stopped; the dialog about it says so. */
export const endOfProgram = () => { root.dataset.stopped = 'yes'; };
export const closeDialog = dialog => dialog.close();
/** What tells this tab from the others of the same user; it survives a reload. */
export function tab() {
  let id = sessionStorage.getItem('om-tab');
  if (!id) sessionStorage.setItem('om-tab', id = crypto.randomUUID());
  return id;
}
/** What is kept in this browser beyond the tab, such as the columns of a list. */
export const recall = name => localStorage.getItem(`om-${name}`);
export const keep = (name, text) => localStorage.setItem(`om-${name}`, text);

export const run = action => actions[action]?.();
