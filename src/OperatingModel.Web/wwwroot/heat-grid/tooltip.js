/**
 * The small window beside the cell under the pointer or the focus.
 */
const DISTANCE = 8, MARGIN = 8, FIRST_DELAY = 90;

/**
 * @typedef {object} Tip
 * @property {string} title
 * @property {string} [subtitle]
 * @property {{face: number, value: string, unit: string, band: string, note: string, quarters: number}} [reading]
 * @property {string} [note]
 * @property {boolean} [isRefusal] whether the tip says why a key was not taken
 */

export class Tooltip {
  /** @param {HTMLElement} element @param {HTMLElement} instrument boxes are given in its coordinates */
  constructor(element, instrument) {
    this.#element = element;
    this.#instrument = instrument;
    element.popover = 'manual';
  }

  #element;
  #instrument;
  #timer = 0;
  #open = false;
  #box = null;
  /** @type {HTMLElement|null} */
  #lines = null;

  /** @param {Tip} tip @param {{x: number, y: number, width: number, height: number}} box */
  show(tip, box) {
    this.#box = box;
    this.#element.replaceChildren(...content(tip));
    this.#element.classList.toggle('hg-tip-refusal', tip.isRefusal === true);
    this.#lines = null;
    if (this.#open) {
      this.#place();
      return;
    }
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.#element.isConnected) {
        this.#element.showPopover();
        this.#open = true;
        this.#place();
      }
    }, FIRST_DELAY);
  }

  /** @param {string[]} lines the lines that the server adds */
  add(lines) {
    if (this.#box && lines.length > 0 && !this.#lines) {
      this.#lines = part('hg-tip-lines', ...lines.map(line => part('', line)));
      this.#element.append(this.#lines);
      if (this.#open) {
        this.#place();
      }
    }
  }

  hide() {
    clearTimeout(this.#timer);
    this.#box = null;
    if (this.#open) {
      this.#open = false;
      this.#element.hidePopover();
    }
  }

  /** Places the tip below the cell; at the end of the window above it, or shifted. */
  #place() {
    const { left, top } = this.#instrument.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = this.#element;
    const { x, y, width: across, height: down } = this.#box;
    const below = top + y + down + DISTANCE;
    const fits = below + height + MARGIN <= innerHeight;
    // The tip must not cover the drawer beside the instrument.
    const end = Math.min(innerWidth, Math.max(left + this.#instrument.clientWidth, left + width + 2 * MARGIN));
    const wanted = left + x + Math.min(across, 48) / 2;
    this.#element.style.left = `${Math.max(MARGIN, Math.min(wanted, end - width - MARGIN))}px`;
    this.#element.style.top = `${fits ? below : Math.max(MARGIN, top + y - DISTANCE - height)}px`;
  }
}

/** @param {Tip} tip */
function* content({ title, subtitle, reading, note }) {
  yield part('hg-tip-title', title);
  if (subtitle) {
    yield part('hg-tip-subtitle', subtitle);
  }
  if (reading) {
    const swatch = part(`hg-swatch hg-face-${reading.face}${reading.quarters > 0 ? ` hg-partly-${reading.quarters}` : ''}`);
    const words = reading.value ? [part('hg-tip-value', reading.value), part('hg-tip-unit', reading.unit), part('hg-tip-band', reading.band)] : [];
    yield part('hg-tip-reading', swatch, ...words, reading.value ? '' : reading.note);
    if (reading.value && reading.note) {
      yield part('hg-tip-note', reading.note);
    }
  }
  if (note) {
    yield part('hg-tip-note', note);
  }
}

function part(className, ...children) {
  const element = document.createElement('div');
  element.className = className;
  element.append(...children);
  return element;
}
