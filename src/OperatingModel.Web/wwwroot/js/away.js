// What is typed while the connection is lost does not reach the server. After the reconnect each field sends again what it shows, as if
// it were typed now; where the row was changed meanwhile (data-seen), the field offers what was typed instead. Whoever waits for an
// answer that got lost hears of the reconnect by the event om-reconnected.
const touched = new Map();   // field → what was typed, over which version, and whether it was left

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
document.addEventListener('change', event => note(event.target, true), true);
// A browser raises no change for a text that is what it was when the field was entered, or that came from elsewhere. What is left is stored as
// it is shown, and not as the server heard of it last: so it comes before anybody else hears that the field was left.
window.addEventListener('blur', event => {
  if (touched.get(event.target)?.isLeft === false) event.target.dispatchEvent(new Event('change', { bubbles: true }));
}, true);
document.addEventListener('keydown', event => { if (event.key === 'Escape') touched.delete(event.target); }, true);
// A new version that still shows what was typed is the one that holds it.
new MutationObserver(() => {
  for (const [field, { text, over }] of touched) if (over !== seen(field) && textOf(field) === text) touched.delete(field);
}).observe(document, { attributes: true, attributeFilter: ['data-seen'], subtree: true });
window.Blazor?.registerCustomEventType('typedaway', { browserEventName: 'om-typed-away', createEventArgs: event => ({ text: event.detail }) });

/** Sends again what was typed; what the server knows already changes nothing. */
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
