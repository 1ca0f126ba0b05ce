// What Blazor says about the connection becomes a dialog: nothing can be typed while nobody would hear it.
const dialog = document.getElementById('components-reconnect-modal');
const on = (id, act) => document.getElementById(id).addEventListener('click', act);

dialog.addEventListener('components-reconnect-state-changed', ({ detail: { state } }) => {
  // A page that does not stand yet says so itself: js/boot.js.
  if (state === 'show' && !dialog.open && document.querySelector('.frame')) dialog.showModal();
  else if (state === 'hide') dialog.close();
  else if (state === 'rejected') location.reload();
  watch(state === 'failed');
});
// Escape would leave a page that answers nothing.
dialog.addEventListener('cancel', event => event.preventDefault());
on('components-reconnect-button', reconnect);
on('components-resume-button', resume);
on('components-reload-button', () => location.reload());

/** While the server does not answer, it is asked again when the user comes back to the window. */
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
    // False: the server answers, but has let go of this page. An exception: it does not answer.
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
