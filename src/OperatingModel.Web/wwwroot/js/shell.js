// The part of the frame that runs in the browser alone: theme, density, folding, keyboard shortcuts, drawers, and the focus in tables and after
// a removal. The page and the components load this module by the same address, so that the browser has it once.
import { attachDrawers } from './drawers.js';
import { attachRemovals } from './removals.js';
import { attachRows } from './rows.js';
import { shortcutOf } from './shortcuts.js';

const root = document.documentElement;
const TYPED_INTO = 'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]';
/** Elements that lie over the page and close themselves with Escape. */
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

// The browser opens the dialog and not the server: keys typed right after Ctrl+K must not go to the page.
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
  // The first Escape gives up the typed text or closes what lies on top; the next one closes the drawer.
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

// MudBlazor opens the calendar at Space and Enter, also while the user types a day such as "31 March 2026". Its button still opens it.
document.addEventListener('keydown', event => {
  if ((event.key === ' ' || event.key === 'Enter') && event.target.matches?.('.day-field input')) event.stopPropagation();
}, true);

// On a phone the navigation is wider than the screen; this scrolls the link of the present page into sight.
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

// Stands inside a heading and gives it the focus when the page appears. It leaves the focus where it is when the user already works on the page:
// with a distant server the user can type before the heading could take the focus, and leaving a field stores its text.
customElements.define('page-heading', class extends HTMLElement {
  // Waits until the previous page is gone.
  connectedCallback() { queueMicrotask(() => { if (!document.activeElement?.closest('main')) this.parentElement.focus(); }); }
});

export { attach } from './attach.js';
/** Notes that the connection will be lost because the program is being stopped, so that the dialog says so. */
export const endOfProgram = () => { root.dataset.stopped = 'yes'; };
export const closeDialog = dialog => dialog.close();
/** Returns the id of this tab, which survives a reload. */
export function tab() {
  let id = sessionStorage.getItem('om-tab');
  if (!id) sessionStorage.setItem('om-tab', id = crypto.randomUUID());
  return id;
}
/** What is kept in this browser beyond the tab, such as the columns of a list. */
// A browser that refuses to keep anything, or has no room, shows the page all the same.
export function recall(name) { try { return localStorage.getItem(`om-${name}`); } catch { return null; } }
export function keep(name, text) { try { localStorage.setItem(`om-${name}`, text); } catch { /* it is not kept */ } }

export const run = action => actions[action]?.();
