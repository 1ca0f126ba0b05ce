// Runs before the first paint, so that a chosen theme, density or folded navigation never flashes.
(() => {
  const root = document.documentElement;
  for (const [name, legal] of [['theme', ['light', 'dark']], ['density', ['comfortable']], ['nav', ['folded']]]) {
    const value = localStorage.getItem(`om-${name}`);
    if (legal.includes(value)) root.dataset[name] = value;
  }
})();
