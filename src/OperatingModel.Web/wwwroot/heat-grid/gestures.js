/**
 * Turns pointer, wheel and touch into a few plain events: point, leave, press, drag, open and zoom. Points are in the instrument's coordinates.
 *
 * @typedef {{x: number, y: number}} Point
 * @typedef {object} Listener
 * @property {(point: Point) => void} point
 * @property {() => void} leave
 * @property {(point: Point, extend: boolean) => void} press with extend (Shift), the cells from the focus on are selected together
 * @property {(point: Point) => void} grab called when the button goes down
 * @property {(point: Point) => boolean} drag called when the pointer moves with the button down; returns whether that selects cells,
 *   so that the release is no press
 * @property {(point: Point) => void} open called for a double press
 * @property {(point: Point, factor: number) => void} zoom
 */
const WHEEL_SPEED = 0.0025, PIXELS_PER_LINE = 16, LONGEST_STEP = 120;

/** @param {HTMLElement} element @param {AbortSignal} signal @param {Listener} listener */
export function listen(element, signal, listener) {
  const at = ({ clientX, clientY }) => {
    const { left, top } = element.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  };
  const on = (type, handler, options) => element.addEventListener(type, handler, { signal, ...options });

  // Touch drags the map itself.
  let grabbed = false, dragged = false;
  on('pointerdown', event => {
    dragged = false;
    grabbed = event.button === 0 && event.pointerType !== 'touch' && !event.shiftKey;
    if (grabbed) {
      listener.grab(at(event));
    }
  });
  on('pointermove', event => {
    grabbed &&= (event.buttons & 1) === 1;
    if (grabbed && listener.drag(at(event))) {
      dragged = true;
      // The drag goes on beyond the edge of the element.
      element.setPointerCapture?.(event.pointerId);
    } else if (event.pointerType !== 'touch') {
      listener.point(at(event));
    }
  });
  on('pointerup', () => { grabbed = false; });
  on('pointercancel', () => { grabbed = dragged = false; });
  on('pointerleave', () => listener.leave());
  on('click', event => {
    if (!dragged) {
      listener.press(at(event), event.shiftKey);
    }
    dragged = false;
  });
  on('dblclick', event => listener.open(at(event)));
  on('wheel', event => {
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      const pixels = event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? PIXELS_PER_LINE : 1);
      listener.zoom(at(event), Math.exp(-Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, pixels)) * WHEEL_SPEED));
    }
  }, { passive: false });

  let spread = 0;
  on('touchstart', event => { spread = event.touches.length === 2 ? distance(event.touches) : 0; }, { passive: true });
  on('touchmove', event => {
    if (spread > 0 && event.touches.length === 2) {
      event.preventDefault();
      const now = distance(event.touches);
      listener.zoom(at(middle(event.touches)), now / spread);
      spread = now;
    }
  }, { passive: false });
}

const distance = ([a, b]) => Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
const middle = ([a, b]) => ({ clientX: (a.clientX + b.clientX) / 2, clientY: (a.clientY + b.clientY) / 2 });
