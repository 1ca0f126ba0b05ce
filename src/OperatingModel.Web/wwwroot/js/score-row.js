// A list of scores typed by hand: a digit scores and moves on, N says that the row does not apply, arrows walk up and down.
const fields = list => [...list.querySelectorAll('[data-score]:not(:disabled)')];

export function follow(list) {
  list.addEventListener('input', event => {
    const field = event.target.closest('[data-score]');
    const isAbsence = /^n$/i.test(field?.value);
    if (!field || (!isAbsence && !(/^[0-5]$/.test(field.value) && Number(field.value) >= Number(field.dataset.score)))) return;
    const all = fields(list);
    // A row that does not apply has no fields to go on with.
    const next = all.slice(all.indexOf(field) + 1).find(other => !isAbsence || other.closest('tr') !== field.closest('tr'));
    // Leaving a field stores it; after the last one there is nowhere to go.
    if (next) next.focus();
    else { field.blur(); field.focus(); }
  });
  list.addEventListener('focusin', event => event.target.closest('[data-score]')?.select());
  list.addEventListener('keydown', event => {
    const field = event.target.closest('[data-score]');
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!field || !step) return;
    const row = field.closest('tr'), at = fields(row).indexOf(field);
    const beside = tr => step > 0 ? tr.nextElementSibling : tr.previousElementSibling;
    let other = beside(row);
    while (other && !fields(other)[at]) other = beside(other);
    const next = other && fields(other)[at];
    if (next) { event.preventDefault(); next.focus(); }
  });
}
