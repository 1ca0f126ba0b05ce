// The keys of the table of scores: a digit sets a score and moves on, N says that the row does not apply, arrows move up and down.
// It listens on the document from the start, so that no digit is lost that is typed as soon as the table is shown.
const fields = within => [...within.querySelectorAll('[data-score]:not(:disabled)')];
const fieldOf = event => event.target.closest?.('[data-score]');
/** The element that takes the focus in a row that does not apply. */
const absenceOf = row => row.querySelector('[data-absent]');

document.addEventListener('input', event => {
  const field = fieldOf(event), isAbsence = /^n$/i.test(field?.value);
  if (!field || (!isAbsence && !(/^[0-5]$/.test(field.value) && Number(field.value) >= Number(field.dataset.score)))) return;
  const all = fields(field.closest('table'));
  // After N the focus goes to the next row, because this one loses its fields.
  const next = all.slice(all.indexOf(field) + 1).find(other => !isAbsence || other.closest('tr') !== field.closest('tr'));
  // Leaving a field stores it; the last field is left and entered again.
  if (next) next.focus();
  else { field.blur(); field.focus(); }
});

/** The element that had the focus last, with its row; null outside the table of scores. */
let last = null;

document.addEventListener('focusin', event => {
  fieldOf(event)?.select();
  const row = event.target.closest?.('tr');
  last = row && (absenceOf(row) || fields(row).length > 0) ? { control: event.target, row } : null;
});

// When somebody else changes whether the row applies, its fields are replaced; the focus stays in the row.
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
