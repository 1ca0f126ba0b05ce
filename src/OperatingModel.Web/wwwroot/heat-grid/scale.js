/**
 * The faces of cells: a shade 0..4, or one of three for cells without a measurement.
 */
import { NOT_APPLICABLE, NOT_LINKED, SHADE_BITS, UNKNOWN, markValue } from './payload.js';

export const HOTTEST_SHADE = 4;
export const FACE_UNKNOWN = 5, FACE_NOT_APPLICABLE = 6, FACE_BLANK = 7;

/**
 * @typedef {object} ScaleOptions
 * @property {string} name the measure: "Heat"
 * @property {string} [unit] "points", "%", "k€"
 * @property {number} factor a cell's number × factor + offset is its value
 * @property {number} [offset] 0
 * @property {number} decimals shown
 * @property {'heat'|'step'} palette
 * @property {number[]} thresholds four, rising: the shade of a value is the number of thresholds it reaches
 * @property {boolean} [firstExclusive] the first threshold must be exceeded, so that shade 0 means exactly "none"
 * @property {string[]} bands five words, coolest first
 * @property {Partial<typeof DEFAULT_WORDS>} [words]
 * @property {Category[]} [categories] the category that each number of a cell stands for, where numbers are not amounts
 *
 * @typedef {{text: string, words: string, face: number}} Category the text in the cell, the words about it, and a face 0..7
 */

const DEFAULT_WORDS = {
  unknown: 'Unknown: not assessed yet.',
  notApplicable: 'Not applicable here.',
  notLinked: 'Not linked.',
  /** The words by the number of unknown quarters. */
  partly: ['', 'Mostly assessed.', 'About half assessed.', 'Mostly unknown.'],
  peak: 'Hidden hot spot: something inside is far hotter than the average.',
};

export class Scale {
  /** @param {ScaleOptions} options @param {string} [locale] */
  constructor(options, locale) {
    const { thresholds, bands, factor } = options;
    if (thresholds?.length !== HOTTEST_SHADE || thresholds.some((t, i) => i > 0 && !(t >= thresholds[i - 1]))) {
      throw new Error('A scale has four thresholds, each at least the one before.');
    }
    if (bands?.length !== HOTTEST_SHADE + 1) {
      throw new Error('A scale has five bands.');
    }
    if (!(factor > 0)) {
      throw new Error('The factor of a scale is more than zero.');
    }
    this.name = options.name;
    this.unit = options.unit ?? '';
    this.#factor = factor;
    this.#offset = options.offset ?? 0;
    this.decimals = options.decimals ?? 0;
    this.palette = options.palette === 'step' ? 'step' : 'heat';
    this.bands = bands;
    this.words = { ...DEFAULT_WORDS, ...options.words };
    this.categories = options.categories ?? null;
    /** The longest text of a category, for which the columns must be wide enough. */
    this.widest = this.categories?.reduce((most, { text }) => (text.length > most.length ? text : most), '') ?? '';
    this.#thresholds = thresholds;
    this.#firstExclusive = options.firstExclusive === true;
    this.#locale = locale;
  }

  #factor;
  #offset;
  #thresholds;
  #firstExclusive;
  #locale;
  /** @type {Map<string, Intl.NumberFormat>} */
  #formats = new Map();

  /** @param {number} raw the number in the bytes of a cell */
  valueOf(raw) { return raw * this.#factor + this.#offset; }

  /** @param {number} value @returns {number} 0..4 */
  shadeOf(value) {
    let shade = 0;
    for (let i = 0; i < this.#thresholds.length; i++) {
      const threshold = this.#thresholds[i];
      if (i === 0 && this.#firstExclusive ? value > threshold : value >= threshold) {
        shade = i + 1;
      }
    }
    return shade;
  }

  /** Returns the face of every number that a cell can hold. @param {1|2} bytesPerValue */
  faces(bytesPerValue) {
    const first = markValue(bytesPerValue, NOT_LINKED);
    const faces = new Uint8Array(256 ** bytesPerValue);
    for (let raw = 0; raw < first; raw++) {
      faces[raw] = this.categories ? this.categories[raw]?.face ?? FACE_BLANK : this.shadeOf(this.valueOf(raw));
    }
    faces[first] = FACE_BLANK;
    faces[markValue(bytesPerValue, NOT_APPLICABLE)] = FACE_NOT_APPLICABLE;
    faces[markValue(bytesPerValue, UNKNOWN)] = FACE_UNKNOWN;
    return faces;
  }

  /** @param {number} value @param {{decimals?: number, compact?: boolean}} [how] */
  format(value, { decimals = this.decimals, compact = false } = {}) {
    const key = `${decimals}${compact}`;
    let format = this.#formats.get(key);
    if (!format) {
      format = new Intl.NumberFormat(this.#locale, compact
        ? { notation: 'compact', maximumFractionDigits: 0 }
        : { minimumFractionDigits: decimals, maximumFractionDigits: decimals, useGrouping: 'always' });
      this.#formats.set(key, format);
    }
    return format.format(value);
  }

  /**
   * Returns the most precise way of writing numbers in which the largest still fits.
   * @param {number} largest @param {(text: string) => boolean} fits @returns {{decimals?: number, compact?: boolean}}
   */
  formatThatFits(largest, fits) {
    const ways = [{ decimals: this.decimals }, { decimals: 0 }];
    return ways.find(way => fits(this.format(largest, way))) ?? { compact: true };
  }
}

/** @param {import('./payload.js').Cells} cells @param {Uint8Array} faces */
export function faceAt(cells, faces, index) {
  const face = faces[cells.values[index]];
  const exact = cells.marks[index] & SHADE_BITS;
  return exact > 0 && face <= HOTTEST_SHADE ? exact - 1 : face;
}
