/**
 * Resolves the colours, text sizes and row height of the style sheet for the present theme, as the canvas needs them.
 */
const NAMES = [
  'surface', 'surface-sunken', 'surface-selected', 'line', 'line-strong', 'ink', 'ink-soft', 'ink-faint', 'accent', 'focus',
  'hatch', 'hatch-ground', 'peak',
  ...['heat', 'step'].flatMap(palette => [0, 1, 2, 3, 4].flatMap(shade => [`${palette}-${shade}`, `${palette}-${shade}-ink`])),
];

const TEXT_STEPS = [12, 13, 14, 16];

const CHANGES = ['(prefers-color-scheme: dark)', '(forced-colors: active)', '(prefers-reduced-motion: reduce)'];

export class Tokens {
  /** @param {HTMLElement} root @param {AbortSignal} signal @param {() => void} changed */
  constructor(root, signal, changed) {
    this.#root = root;
    this.#probe = document.createElement('div');
    this.#probe.className = 'hg-probe';
    for (const name of NAMES) {
      const swatch = document.createElement('i');
      swatch.style.backgroundColor = `var(--${name})`;
      this.#probe.append(swatch);
    }
    root.append(this.#probe);

    const update = () => { this.read(); changed(); };
    const observer = new MutationObserver(update);
    observer.observe(document.documentElement, { attributeFilter: ['data-theme', 'data-density'] });
    signal.addEventListener('abort', () => observer.disconnect());
    for (const query of CHANGES) {
      matchMedia(query).addEventListener('change', update, { signal });
    }
    document.fonts.addEventListener('loadingdone', update, { signal });
    this.read();
  }

  /** A number that rises whenever a token may have changed. */
  version = 0;
  #root;
  #probe;
  /** @type {Map<string, string>} */
  #colours = new Map();
  /** @type {Map<number, number>} */
  #sizes = new Map();
  /** @type {Map<string, number>} */
  #packed = new Map();
  /** @type {Map<string, number>} */
  #widths = new Map();
  #pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true });

  read() {
    this.version++;
    this.#packed.clear();
    this.#widths.clear();
    [...this.#probe.children].forEach((swatch, i) => this.#colours.set(NAMES[i], getComputedStyle(swatch).backgroundColor));
    const style = getComputedStyle(this.#root);
    this.family = style.fontFamily;
    this.rowHeight = this.#length('var(--row)');
    this.#sizes = new Map(TEXT_STEPS.map(step => [step, this.#length(`var(--text-${step})`)]));
    this.still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.forced = matchMedia('(forced-colors: active)').matches;
  }

  /** Returns the size of a text step of the style sheet: 12, 13, 14 or 16. */
  text(step) { return this.#sizes.get(step); }

  /** Returns a colour as the canvas takes it. */
  colour(name) { return this.#colours.get(name); }

  /** Returns a colour as one pixel of an image, whatever notation the style sheet uses. */
  pixel(name) {
    let pixel = this.#packed.get(name);
    if (pixel === undefined) {
      this.#pen.fillStyle = this.colour(name);
      this.#pen.fillRect(0, 0, 1, 1);
      pixel = new Uint32Array(this.#pen.getImageData(0, 0, 1, 1).data.buffer)[0];
      this.#packed.set(name, pixel);
    }
    return pixel;
  }

  font(size, weight = 400) { return `${weight} ${size}px ${this.family}`; }

  textWidth(text, size, weight = 400) {
    const key = `${size} ${weight} ${text}`;
    let width = this.#widths.get(key);
    if (width === undefined) {
      this.#pen.font = this.font(size, weight);
      width = this.#pen.measureText(text).width;
      this.#widths.set(key, width);
    }
    return width;
  }

  #length(value) {
    this.#probe.style.width = value;
    return Number.parseFloat(getComputedStyle(this.#probe).width);
  }
}
