/**
 * The fixed elements of the instrument: a scroller that is the grid, the canvas over it, the tooltip and the line for screen readers.
 *
 * @param {HTMLElement} host
 */
export function buildFrame(host) {
  const root = element('div', 'hg');
  const grid = element('div', 'hg-scroll', { role: 'treegrid', tabindex: '0' });
  const plane = element('div', 'hg-plane', { role: 'presentation' });
  const head = element('div', 'hg-head', { role: 'rowgroup' });
  const body = element('div', 'hg-body', { role: 'rowgroup' });
  const canvas = element('canvas', 'hg-overview', { 'aria-hidden': 'true' });
  const tip = element('div', 'hg-tip', { 'aria-hidden': 'true' });
  const live = element('div', 'hg-live', { 'aria-live': 'polite' });
  plane.append(head, body);
  grid.append(plane);
  root.append(grid, canvas, tip, live);
  host.replaceChildren(root);
  return { root, grid, plane, head, body, canvas: /** @type {HTMLCanvasElement} */ (canvas), tip, live };
}

export function element(name, className, attributes = {}) {
  const made = document.createElement(name);
  made.className = className;
  for (const [attribute, value] of Object.entries(attributes)) {
    made.setAttribute(attribute, value);
  }
  return made;
}
