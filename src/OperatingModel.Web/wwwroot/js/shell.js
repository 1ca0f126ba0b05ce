// What the frame does in the browser alone: theme, density, folding, keyboard shortcuts, dragging the drawer's edge.
const root = document.documentElement;

// The page loads this file under the name of its contents, components under its plain name: two modules, but one set of listeners.
const isFirst = !root.dataset.shell;
root.dataset.shell = 'on';
const listen = (name, listener) => { if (isFirst) document.addEventListener(name, listener); };

function remember(name, value) {
  if (value) { root.dataset[name] = value; localStorage.setItem(`om-${name}`, value); }
  else { delete root.dataset[name]; localStorage.removeItem(`om-${name}`); }
}

function toggleTheme() {
  const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  remember('theme', dark ? 'light' : 'dark');
}

const actions = {
  theme: toggleTheme,
  density: () => remember('density', root.dataset.density ? null : 'comfortable'),
  fold: () => remember('nav', root.dataset.nav ? null : 'folded'),
  print: () => window.print(),
  undo: () => document.querySelector('[data-shortcut="undo"]')?.click(),
  redo: () => document.querySelector('[data-shortcut="redo"]')?.click(),
};

listen('click', event => {
  const button = event.target.closest?.('[data-action]');
  if (button) actions[button.dataset.action]?.();
});

listen('keydown', event => {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
    event.preventDefault();
    document.querySelector('[data-shortcut="search"]')?.click();
  } else if ((event.ctrlKey || event.metaKey) && /^[zy]$/i.test(event.key) && !event.target.closest('input:not([type=checkbox]):not([type=radio]), textarea, [contenteditable]')) {
    event.preventDefault();
    document.querySelector(`[data-shortcut="${event.key.toLowerCase() === 'y' || event.shiftKey ? 'redo' : 'undo'}"]`)?.click();
  } else if (event.key === 'Escape') {
    // The first Escape gives up what is typed or what lies on top, the next one closes.
    const onTop = document.querySelector('dialog[open], .mud-dialog, .mud-popover-open, :popover-open');
    if (!onTop && !event.target.closest('[data-dirty]')) document.querySelector('[data-shortcut="close"]')?.click();
  } else if (event.key === '?' && !event.target.closest('input, textarea, select, [contenteditable]')) {
    document.querySelector('[data-shortcut="help"]')?.click();
  }
});

listen('pointerdown', event => {
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

export const openDialog = dialog => { if (!dialog.open) dialog.showModal(); };
export const closeDialog = dialog => dialog.close();
/** What tells this tab from the others of the same user; it survives a reload. */
export function tab() {
  let id = sessionStorage.getItem('om-tab');
  if (!id) sessionStorage.setItem('om-tab', id = crypto.randomUUID());
  return id;
}

export const run = action => actions[action]?.();

/** Downloads bytes streamed from the server under a name. */
export async function download(name, type, stream) {
  const url = URL.createObjectURL(new Blob([await stream.arrayBuffer()], { type }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
}
