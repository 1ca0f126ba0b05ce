// Scores typed by hand in a table: a digit scores and moves on, N says that the row does not apply, arrows walk up and down.
// Listens on the document from the start: a digit typed as soon as the table is there must not come before its listener.
const fields = within => [...within.querySelectorAll('[data-score]:not(:disabled)')];
const fieldOf = event => event.target.closest?.('[data-score]');
/** What stands for the fields of a row that does not apply. */
const absenceOf = row => row.querySelector('[data-absent]');

document.addEventListener('input', event => {
  const field = fieldOf(event), isAbsence = /^n$/i.test(field?.value);
  if (!field || (!isAbsence && !(/^[0-5]$/.test(field.value) && Number(field.value) >= Number(field.dataset.score)))) return;
  const all = fields(field.closest('table'));
  // A row that does not apply has no fields to go on with.
  const next = all.slice(all.indexOf(field) + 1).find(other => !isAbsence || other.closest('tr') !== field.closest('tr'));
  // Leaving a field stores it; after the last one there is nowhere to go.
  if (next) next.focus();
  else { field.blur(); field.focus(); }
});

/** What had the focus last in a row, where that is a row with scores or without any. */
let last = null;

document.addEventListener('focusin', event => {
  fieldOf(event)?.select();
  const row = event.target.closest?.('tr');
  last = row && (absenceOf(row) || fields(row).length > 0) ? { control: event.target, row } : null;
});

// Somebody else says that the row does not apply, or that it does: who was in it stays in it.
new MutationObserver(() => {
  if (!last || last.control.isConnected) return;
  const { row } = last;
  last = null;
  if (row.isConnected && document.activeElement === document.body) (absenceOf(row) ?? fields(row)[0])?.focus();
}).observe(document, { childList: true, subtree: true });

document.addEventListener('keydown', event => {
  const field = fieldOf(event) ?? event.target.closest?.('[data-absent]'), step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (!field || !step || (field !== event.target && event.target.matches('input, select'))) return;
  const row = field.closest('tr'), at = Math.max(0, fields(row).indexOf(field));
  const beside = tr => step > 0 ? tr.nextElementSibling : tr.previousElementSibling;
  let other = beside(row);
  while (other && !fields(other)[at]) other = beside(other);
  const next = other && fields(other)[at];
  if (next) { event.preventDefault(); next.focus(); }
});
