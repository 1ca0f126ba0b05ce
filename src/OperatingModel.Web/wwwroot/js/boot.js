// A page that cannot start (a script did not arrive, the first connection failed) says so, and opens once more as soon as the server answers.
// If that does not help either, the rest is up to the user: a page must not load itself for ever.
(() => {
  const isSecond = performance.getEntriesByType('navigation')[0]?.type === 'reload';
  let isTold = false;

  function fail() {
    if (isTold || document.querySelector('.frame')) return;
    isTold = true;
    document.documentElement.dataset.unstarted = isSecond ? 'again' : 'once';
    if (isSecond) document.querySelector('.boot button').addEventListener('click', () => location.reload());
    else open();
  }

  async function open() {
    try {
      if ((await fetch(location.href, { method: 'HEAD' })).status < 500) return location.reload();
    } catch {
      // It does not answer yet.
    }
    setTimeout(open, 1000);
  }

  addEventListener('error', event => { if (event.target instanceof HTMLScriptElement) fail(); }, true);
  addEventListener('unhandledrejection', fail);
})();
