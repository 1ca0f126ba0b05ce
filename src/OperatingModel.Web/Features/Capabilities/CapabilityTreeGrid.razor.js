// The keys of the tree, its text box, and pasting; the board around it moves capabilities. The server decides what happens, one call after
// the other. The box is in the page from the start, so that nothing typed is lost while the server opens the row for it.
import { keyOf } from '../../js/key-of.js';
import { inTurn } from '../../js/lost-answer.js';

const keys = {
  ArrowLeft: 'left', ArrowRight: 'right', Enter: 'enter', F2: 'rename', ' ': 'select', Delete: 'delete', Escape: 'none',
  'Ctrl+Enter': 'open', 'Ctrl+a': 'all',
};
const moves = { ArrowUp: () => -1, ArrowDown: () => 1, PageUp: page => -page, PageDown: page => page, Home: () => -1e6, End: () => 1e6 };
const nameOf = event => `${event.ctrlKey || event.metaKey ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}${keyOf(event)}`;

export function create(grid, box, server) {
  const life = new AbortController();
  const on = (target, type, handler) => target.addEventListener(type, handler, { signal: life.signal });
  const asked = inTurn(grid.closest('.board'));
  let pending = 0;
  let editing = null;      // null, 'new' or 'rename'
  let waitingMove = null;
  let waitingText = null;

  const row = () => parseFloat(getComputedStyle(grid).getPropertyValue('--row')) || 28;
  const page = () => Math.max(1, Math.floor((grid.clientHeight - 2 * row()) / row()));

  function show(index) {
    if (index < 0) return;
    const [top, height] = [index * row(), grid.clientHeight - row()];
    if (top < grid.scrollTop) grid.scrollTop = top;
    else if (top + row() > grid.scrollTop + height) grid.scrollTop = top + row() - height;
  }

  const enqueue = ask => {
    pending++;
    asked(ask).finally(() => { pending--; }).then(take).catch(error => { if (!life.signal.aborted) console.warn(error); });
  };
  const call = (method, ...args) => enqueue(number => server.invokeMethodAsync(method, number, ...args));

  function take(answer) {
    // Later calls make this answer out of date, unless it brings back a name that could not be stored.
    if (pending > 0 && answer.text == null) return;
    show(answer.index);
    if (answer.isEditing) {
      if (!editing) edit('new');
      if (answer.text != null && (editing === 'rename' || !box.value)) {
        const typed = editing === 'rename' && box.dataset.asked ? box.value : '';
        box.value = typed || answer.text;
        if (!typed && box.dataset.asked) box.select();
      }
    } else if (editing) leave();
    delete box.dataset.asked;
  }

  // Sends the text to the server as a draft; letters typed while a call waits are sent together.
  function notify() {
    delete box.dataset.untouched;
    if (waitingText) { waitingText.text = box.value; return; }
    const step = waitingText = { text: box.value };
    enqueue(number => { if (waitingText === step) waitingText = null; return server.invokeMethodAsync('OnTyped', number, step.text); });
  }

  function commitNow(text, how) {
    waitingText = null;
    call('OnCommit', text, how);
  }

  function edit(kind) {
    editing = kind;
    box.value = '';
    delete box.dataset.untouched;
    box.focus({ preventScroll: true });
  }

  function leave() {
    const focused = document.activeElement === box;
    editing = null;
    box.value = '';
    if (focused) grid.focus({ preventScroll: true });
  }

  function move(rows, extend) {
    // A key that repeats faster than the server answers becomes one longer step.
    if (waitingMove && waitingMove.extend === extend) { waitingMove.rows += rows; return; }
    const step = waitingMove = { rows, extend };
    enqueue(number => {
      if (waitingMove === step) waitingMove = null;
      return server.invokeMethodAsync('OnMove', number, Math.round(step.rows), extend);
    });
  }

  on(grid, 'keydown', event => {
    if (event.target === box || event.isComposing) return;
    const name = nameOf(event);
    const step = !event.ctrlKey && !event.metaKey && !event.altKey && moves[event.key];
    if (step) { event.preventDefault(); move(step(page()), event.shiftKey); return; }
    const key = keys[name];
    waitingMove = null;
    if (!key) return;
    if (key !== 'none') event.preventDefault();
    if (key === 'enter') edit('new');
    if (key === 'rename') { edit('rename'); box.dataset.asked = 'yes'; }
    call('OnKey', key);
  });

  on(box, 'keydown', event => {
    if (event.isComposing) return;
    event.stopPropagation();
    const commit = how => {
      event.preventDefault();
      const text = box.value;
      if (how !== 'tab' && how !== 'untab') box.value = '';
      if (how === 'escape' || (how === 'enter' && (editing === 'rename' || !text.trim()))) leave();
      commitNow(text, how);
    };
    if (event.key === 'Enter') commit('enter');
    else if (event.key === 'Escape') commit('escape');
    else if (event.key === 'Tab' && editing === 'new') commit(event.shiftKey ? 'untab' : 'tab');
    else if (event.key === 'Tab') commit('enter');
  });

  on(box, 'input', () => { if (editing) notify(); });

  on(box, 'blur', () => {
    if (!editing || !document.hasFocus()) return;
    const text = box.value;
    editing = null;
    box.value = '';
    commitNow(text, 'untouched' in box.dataset ? 'put' : 'leave');
  });

  on(grid, 'dblclick', event => {
    if (event.target === box || !event.target.closest('[data-item]')) return;
    edit('rename');
    box.dataset.asked = 'yes';
    call('OnKey', 'rename');
  });

  on(grid, 'paste', event => {
    const text = event.clipboardData.getData('text/plain');
    // The browser pastes a single line into an open box; otherwise the text is a list.
    if (!text.trim() || (editing && !/[\r\n]/.test(text.trim()))) return;
    event.preventDefault();
    if (editing) { const kept = box.value; leave(); commitNow(kept, 'leave'); }
    // The page opens a dialog for the list; a repeated call opens no second one.
    asked(() => server.invokeMethodAsync('OnPaste', DotNet.createJSStreamReference(new Blob([text])))).catch(console.warn);
  });

  return {
    show,
    edit: answer => { edit('new'); take(answer); },
    /** Puts a draft back into the box; it is stored only when the user changes it or presses Enter. */
    restore: (answer, kind) => {
      if (editing) return;
      edit(kind);
      box.value = answer.text;
      box.dataset.untouched = 'yes';
      show(answer.index);
    },
    dispose: () => life.abort(),
  };
}
