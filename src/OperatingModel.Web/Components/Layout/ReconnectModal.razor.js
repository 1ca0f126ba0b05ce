import { cover } from '../../js/away.js';

// Opens the dialog while the connection is lost: nobody can type what the server would not receive.
const dialog = document.getElementById('components-reconnect-modal');
const on = (id, act) => document.getElementById(id).addEventListener('click', act);

dialog.addEventListener('components-reconnect-state-changed', ({ detail: { state } }) => {
  // While the page is not built yet, js/boot.js reports the problem.
  if (state === 'show' && !dialog.open && document.querySelector('.frame')) cover(() => dialog.showModal());
  else if (state === 'hide') dialog.close();
  else if (state === 'rejected') location.reload();
  watch(state === 'failed');
});
// Escape would uncover a page that does not answer.
dialog.addEventListener('cancel', event => event.preventDefault());
on('components-reconnect-button', reconnect);
on('components-resume-button', resume);
on('components-reload-button', () => location.reload());

/** While the server does not answer, the script tries again whenever the user comes back to the window. */
function watch(isWaiting) {
  document.removeEventListener('visibilitychange', reconnectWhenSeen);
  if (isWaiting) document.addEventListener('visibilitychange', reconnectWhenSeen);
}

function reconnectWhenSeen() {
  if (document.visibilityState === 'visible') reconnect();
}

async function reconnect() {
  watch(false);
  try {
    // False: the server answers, but no longer has this page. An exception: the server does not answer.
    if (!await Blazor.reconnect() && !await Blazor.resumeCircuit()) location.reload();
  } catch {
    watch(true);
  }
}

async function resume() {
  try {
    if (!await Blazor.resumeCircuit()) location.reload();
  } catch {
    dialog.classList.replace('components-reconnect-paused', 'components-reconnect-resume-failed');
  }
}
