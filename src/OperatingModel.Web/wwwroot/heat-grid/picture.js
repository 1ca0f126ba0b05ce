/**
 * One complete state of the map: axes, scale and cells that belong together.
 */
import { HEADER } from './axes.js';
import { PEAK_BIT, UNKNOWN_SHIFT } from './payload.js';
import { FACE_BLANK, FACE_NOT_APPLICABLE, FACE_UNKNOWN, HOTTEST_SHADE, faceAt } from './scale.js';

const MIDDLE_DOT = '·';

export class Picture {
  /** @param {import('./axes.js').Axes} axes @param {import('./scale.js').Scale} scale @param {import('./payload.js').Cells} cells */
  constructor(axes, scale, cells) {
    if (cells.rowCount !== axes.rows.length || cells.columnCount !== axes.columns.length) {
      throw new Error(`Cells: ${cells.rowCount} × ${cells.columnCount} do not fit the axes, ${axes.rows.length} × ${axes.columns.length}.`);
    }
    this.axes = axes;
    this.scale = scale;
    this.cells = cells;
    this.#faces = scale.faces(cells.bytesPerValue);
  }

  /** @type {Map<number, {text: string}>} the entries in cells that the page has not answered yet */
  pending = new Map();
  #faces;
  /** @type {{decimals?: number, compact?: boolean}} */
  #format = {};
  /** @type {Map<number, string>} */
  #texts = new Map();

  index(row, column) { return row * this.cells.columnCount + column; }

  face(row, column) { return faceAt(this.cells, this.#faces, this.index(row, column)); }

  /** Whether the cell has the mark of a hidden hot spot, which only a measurement has. */
  isPeak(row, column) {
    const index = this.index(row, column);
    return (this.cells.marks[index] & PEAK_BIT) !== 0 && this.#faces[this.cells.values[index]] <= HOTTEST_SHADE;
  }

  /** The quarters of the cell that nobody has assessed: 1..3 for a measurement of a part, otherwise 0. */
  unknownQuarters(row, column) {
    const index = this.index(row, column);
    return this.#faces[this.cells.values[index]] <= HOTTEST_SHADE ? this.cells.marks[index] >> UNKNOWN_SHIFT : 0;
  }

  value(row, column) { return this.scale.valueOf(this.cells.values[this.index(row, column)]); }

  /** Chooses by their room how numbers are written. @param {(text: string) => boolean} fits */
  fitNumbers(fits) {
    if (this.scale.categories) {
      return;
    }
    const format = this.scale.formatThatFits(this.scale.valueOf(this.cells.largest), fits);
    if (format.decimals !== this.#format.decimals || format.compact !== this.#format.compact) {
      this.#format = format;
      this.#texts.clear();
    }
  }

  /**
   * Draws an entry in some cells until the page has answered.
   * @param {import('./keys.js').Spot[]} spots @param {(row: number, column: number) => string} textOf @returns {() => void} removes the entry
   */
  pend(spots, textOf) {
    const drawn = spots.map(({ row, column }) => [this.index(row, column), { text: textOf(row, column) }]);
    for (const [index, text] of drawn) {
      this.pending.set(index, text);
    }
    return () => {
      for (const [index, text] of drawn) {
        if (this.pending.get(index) === text) {
          this.pending.delete(index);
        }
      }
    };
  }

  /** @returns {string|undefined} */
  typed(row, column) { return this.pending.size > 0 ? this.pending.get(this.index(row, column))?.text : undefined; }

  /** Returns the text in the cell. */
  text(row, column, face) {
    const typed = this.typed(row, column);
    if (typed !== undefined) {
      return typed;
    }
    const category = this.#category(row, column);
    if (category) {
      return category.text;
    }
    if (face > HOTTEST_SHADE) {
      return face === FACE_NOT_APPLICABLE ? MIDDLE_DOT : '';
    }
    const raw = this.cells.values[this.index(row, column)];
    let text = this.#texts.get(raw);
    if (text === undefined) {
      text = this.scale.format(this.scale.valueOf(raw), this.#format);
      this.#texts.set(raw, text);
    }
    return text;
  }

  /** Returns the value in words, without its place. */
  reading(row, column) {
    const face = this.face(row, column);
    const category = this.#drawnCategory(row, column);
    if (category) {
      return { face, value: category.words, unit: '', band: '', note: this.#notes(row, column), quarters: 0 };
    }
    if (face > HOTTEST_SHADE) {
      return { face, value: '', unit: '', band: '', note: this.#noteOf(face), quarters: 0 };
    }
    return {
      face,
      value: this.scale.format(this.value(row, column)),
      unit: this.scale.unit,
      band: this.scale.bands[face],
      note: this.#notes(row, column),
      quarters: this.unknownQuarters(row, column),
    };
  }

  rowTitle(row) {
    const { code, label } = this.axes.rows[row];
    return code ? `${code} ${label}` : label;
  }

  columnTitle(column) {
    const { label, title } = this.axes.columns[column];
    return title || label;
  }

  /** Describes a place and its content in one sentence, for screen readers. */
  describe(row, column) {
    if (row === HEADER && column === HEADER) {
      return this.axes.corner;
    }
    if (column === HEADER) {
      const { note } = this.axes.rows[row];
      return note ? `${this.rowTitle(row)}, ${note}` : this.rowTitle(row);
    }
    if (row === HEADER) {
      const { note } = this.axes.columns[column];
      return note ? `${this.columnTitle(column)}, ${note}` : this.columnTitle(column);
    }
    const { value, unit, band, note } = this.reading(row, column);
    const amount = unit ? `${value} ${unit}` : value;
    const seen = this.#unsaid(row, column, amount);
    const what = [seen, amount, band, note, this.typed(row, column) === undefined ? '' : 'being stored'].filter(Boolean).join(', ');
    return `${this.rowTitle(row)}, ${this.columnTitle(column)}: ${what}`;
  }

  /** @returns {import('./scale.js').Category|undefined} undefined for a cell without a number */
  #category(row, column) { return this.scale.categories?.[this.cells.values[this.index(row, column)]]; }

  /** Returns the visible text of a cell when its words lack it: users of speech control name what they see. */
  #unsaid(row, column, said) {
    const seen = this.#drawnCategory(row, column)?.text ?? '';
    return said.includes(seen) || !/[\p{L}\p{N}]/u.test(seen) ? '' : seen;
  }

  #notes(row, column) {
    const { peak, partly } = this.scale.words;
    return [partly[this.unknownQuarters(row, column)], this.isPeak(row, column) ? peak : ''].filter(Boolean).join(' ');
  }

  /** Returns the category that is drawn; an entry goes before the stored value. */
  #drawnCategory(row, column) {
    const typed = this.typed(row, column);
    return typed === undefined ? this.#category(row, column)
      : this.scale.categories?.find(({ text }) => text === typed) ?? this.#category(row, column);
  }

  #noteOf(face) {
    const { unknown, notApplicable, notLinked } = this.scale.words;
    return { [FACE_UNKNOWN]: unknown, [FACE_NOT_APPLICABLE]: notApplicable, [FACE_BLANK]: notLinked }[face];
  }
}
