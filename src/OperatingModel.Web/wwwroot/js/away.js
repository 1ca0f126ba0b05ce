// What the user types while the connection is lost does not reach the server. After the reconnect, each field sends its text again as if the
// user typed it now; if the row was changed meanwhile (data-seen), the field offers the text instead. The event om-reconnected announces the
// reconnect to scripts that wait for an answer.
const touched = new Map();   // field → its text, the version it was typed over, and whether the user left the field
let isCovering = false;   // while a dialog of ours takes the focus: the user did not leave the field

const isText = field => field.matches?.('textarea, input:not([type=checkbox]):not([type=radio]):not([type=file]):not([type=range])');
const isStored = field => isText(field) || field.closest?.('.row-field');
const textOf = field => field.type === 'checkbox' ? (field.checked ? 'True' : 'False') : field.value;
const seen = field => field.closest('[data-seen]')?.dataset.seen;

function note(field, isLeft) {
  if (!isStored(field)) return;
  for (const other of touched.keys()) if (!other.isConnected) touched.delete(other);
  touched.set(field, { text: textOf(field), over: seen(field), isLeft });
}

document.addEventListener('input', event => note(event.target, false), true);
document.addEventListener('change', event => { if (!isCovering) note(event.target, true); }, true);
// A browser raises no change event for a text that equals the one at the focus, or that a script set. A field that the user leaves must be
// stored as it is shown, and not as the server has it, so the event is raised here before other scripts handle the blur.
window.addEventListener('blur', event => {
  if (!isCovering && touched.get(event.target)?.isLeft === false) event.target.dispatchEvent(new Event('change', { bubbles: true }));
}, true);
document.addEventListener('keydown', event => { if (event.key === 'Escape') touched.delete(event.target); }, true);
// A field that shows the typed text with a new version shows the stored text.
new MutationObserver(() => {
  for (const [field, { text, over }] of touched) if (over !== seen(field) && textOf(field) === text) touched.delete(field);
}).observe(document, { attributes: true, attributeFilter: ['data-seen'], subtree: true });
window.Blazor?.registerCustomEventType('typedaway', { browserEventName: 'om-typed-away', createEventArgs: event => ({ text: event.detail }) });

/** Opens a dialog that is not the user's doing. @param {() => void} open */
export function cover(open) {
  isCovering = true;
  try { open(); } finally { isCovering = false; }
}

/** Sends all touched fields again; a text that the server already has changes nothing. */
export function resend() {
  const fields = [...touched];
  touched.clear();
  for (const [field, { text, over, isLeft }] of fields) {
    if (!field.isConnected) continue;
    if (over !== seen(field)) {
      field.dispatchEvent(new CustomEvent('om-typed-away', { bubbles: true, detail: text }));
    } else {
      field.dispatchEvent(new Event('input', { bubbles: true }));
      if (isLeft) field.dispatchEvent(new Event('change', { bubbles: true }));
    }
  }
  document.dispatchEvent(new Event('om-reconnected'));
}
