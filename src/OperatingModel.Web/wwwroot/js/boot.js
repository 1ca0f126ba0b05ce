// A page that does not start, because a script or style did not arrive or the first connection failed, says so and reloads as soon as the server
// answers. It reloads once by itself, and after that only when the server was away meanwhile, so that it does not reload for ever.
(() => {
  const Patience = 5000;
  const Pause = 1000;
  const root = document.documentElement;
  let isTrying = false;

  const isStarted = () => document.querySelector('.frame') !== null;
  const report = state => { root.dataset.unstarted = state; };
  const slow = setTimeout(() => { if (!root.dataset.unstarted) report('slow'); }, Patience);
  new MutationObserver((_, watch) => {
    if (document.getElementById('blazor-error-ui')?.style.display === 'block') fail();
    if (!isStarted()) return;
    watch.disconnect();
    clearTimeout(slow);
    delete root.dataset.unstarted;
    sessionStorage.removeItem('om-opened-again');
  }).observe(root, { childList: true, subtree: true, attributes: true, attributeFilter: ['style'] });

  function fail() {
    if (isTrying || isStarted()) return;
    isTrying = true;
    const isFirst = sessionStorage.getItem('om-opened-again') === null;
    report(isFirst ? 'once' : 'again');
    tryToOpen(isFirst);
  }

  async function tryToOpen(mayOpen) {
    while (!isStarted()) {
      const answers = await fetch('favicon.svg', { cache: 'no-store', signal: AbortSignal.timeout(Patience) }).then(answer => answer.ok, () => false);
      if (answers && mayOpen) {
        sessionStorage.setItem('om-opened-again', 'yes');
        return location.reload();
      }
      mayOpen ||= !answers;
      await new Promise(goOn => setTimeout(goOn, Pause));
    }
  }

  addEventListener('error', event => { if (event.target.matches?.('script, link[rel=stylesheet]')) fail(); }, true);
  addEventListener('unhandledrejection', fail);
  // If the first rendering got lost, Blazor would reconnect to a page that then stays empty.
  addEventListener('components-reconnect-state-changed', event => { if (event.detail.state === 'show') fail(); }, true);
  addEventListener('click', event => { if (event.target.closest?.('.boot button')) location.reload(); });
})();
