// A list of scores typed by hand: a digit scores and moves on, arrows walk up and down.
const fields = list => [...list.querySelectorAll('[data-score]:not(:disabled)')];

export function follow(list) {
  list.addEventListener('input', event => {
    const field = event.target.closest('[data-score]');
    if (!field || !/^[0-5]$/.test(field.value) || Number(field.value) < Number(field.dataset.score)) return;
    const all = fields(list);
    const next = all[all.indexOf(field) + 1];
    // Leaving a field stores it; after the last one there is nowhere to go.
    if (next) next.focus();
    else { field.blur(); field.focus(); }
  });
  list.addEventListener('focusin', event => event.target.closest('[data-score]')?.select());
  list.addEventListener('keydown', event => {
    const field = event.target.closest('[data-score]');
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!field || !step) return;
    const row = field.closest('tr');
    const other = step > 0 ? row.nextElementSibling : row.previousElementSibling;
    const at = fields(row).indexOf(field);
    const next = other && fields(other)[at];
    if (next) { event.preventDefault(); next.focus(); }
  });
}
