/**
 * The bytes of a heat map, little-endian.
 *
 *   full push   u8 magic = 3 · u8 bytesPerValue (1 | 2) · u8 partly (0 | 1) · u8 reserved · u32 rowCount · u32 columnCount
 *               values     rowCount × columnCount, row-major, bytesPerValue each; the highest bit says: a peak
 *               unknown    only where partly is 1: two bits for each cell that is a measurement, the first in the lowest bits of a byte:
 *                          quarters of what the cell stands for that nobody has assessed, 0 for none
 *               exceptions varint count, then per entry: varint step × 5 + shade 0..4
 *   patch       varint count, then per entry: varint step, value (bytesPerValue of the picture, highest bit: a peak),
 *               u8 shade 0..4 + 16 × quarters unknown
 *
 * A step is the cell's index (row × columnCount + column) less the index of the entry before it; the first step is the index itself.
 * A varint carries seven bits per byte, lowest first; the high bit says that another byte follows.
 */

/** The first of three values that are no measurements: not linked, not applicable, unknown. */
const FIRST_MARK = { 1: 125, 2: 32765 };
const PEAK_VALUE = { 1: 128, 2: 32768 };
export const NOT_LINKED = 0, NOT_APPLICABLE = 1, UNKNOWN = 2;

export const SHADE_BITS = 0b0111, PEAK_BIT = 0b1000, UNKNOWN_SHIFT = 4;

const MAGIC = 3, MOST_CELLS = 50_000_000, SHADES = 5, MOST_QUARTERS = 3;

/**
 * @typedef {object} Cells
 * @property {number} rowCount
 * @property {number} columnCount
 * @property {1|2} bytesPerValue
 * @property {Uint8Array|Uint16Array} values row-major
 * @property {Uint8Array} marks per cell: bits 0-2 the exact shade + 1 (0: as the value says), bit 3 a peak, bits 4-5 quarters unknown
 * @property {number} largest largest reading, before the factor
 *
 * @typedef {{index: number, value: number, mark: number}} Change
 */

/** @param {1|2} bytesPerValue the value that stands for NOT_LINKED, NOT_APPLICABLE or UNKNOWN */
export const markValue = (bytesPerValue, kind) => FIRST_MARK[bytesPerValue] + kind;

/**
 * Reads a full push; throws without side effects when the bytes are not exactly one picture.
 * @param {Uint8Array} bytes
 * @returns {Cells}
 */
export function decodeCells(bytes) {
  const reader = new Reader(bytes, 'Cells');
  const magic = reader.u8('magic');
  if (magic !== MAGIC) {
    throw new Error(`Cells: the first byte must be ${MAGIC}, not ${magic}.`);
  }
  const bytesPerValue = reader.u8('bytes per value');
  if (bytesPerValue !== 1 && bytesPerValue !== 2) {
    throw new Error(`Cells: bytes per value must be 1 or 2, not ${bytesPerValue}.`);
  }
  const partly = reader.u8('partly');
  if (partly > 1) {
    throw new Error(`Cells: partly must be 0 or 1, not ${partly}.`);
  }
  reader.skip(1);
  const rowCount = reader.u32('row count');
  const columnCount = reader.u32('column count');
  const count = rowCount * columnCount;
  if (count > MOST_CELLS) {
    throw new Error(`Cells: ${rowCount} × ${columnCount} are more than ${MOST_CELLS} cells.`);
  }

  const values = reader.values(count, bytesPerValue);
  const { marks, largest } = takePeaks(values, bytesPerValue);
  if (partly === 1) {
    readUnknown(reader, values, marks, FIRST_MARK[bytesPerValue]);
  }
  reader.entries('exceptions', count, SHADES, (index, shade) => { marks[index] |= shade + 1; });
  reader.end();
  return { rowCount, columnCount, bytesPerValue, values, marks, largest };
}

/**
 * Reads a patch for the picture it belongs to; changes nothing.
 * @param {Uint8Array} bytes
 * @param {Cells} cells
 * @returns {Change[]}
 */
export function decodePatch(bytes, cells) {
  const reader = new Reader(bytes, 'Patch');
  /** @type {Change[]} */
  const changes = [];
  const peak = PEAK_VALUE[cells.bytesPerValue];
  reader.entries('changes', cells.values.length, 1, index => {
    const value = cells.bytesPerValue === 1 ? reader.u8('value') : reader.u16('value');
    const face = reader.u8('shade'), shade = face & 15, unknown = face >> 4;
    if (shade >= SHADES || unknown > MOST_QUARTERS) {
      throw new Error(`Patch: shade ${face} of cell ${index} is not 0..${SHADES - 1} with 0..${MOST_QUARTERS} quarters unknown.`);
    }
    changes.push({ index, value: value & (peak - 1), mark: (shade + 1) | (value >= peak ? PEAK_BIT : 0) | unknown << UNKNOWN_SHIFT });
  });
  reader.end();
  return changes;
}

/** @param {Cells} cells @param {Change[]} changes */
export function applyPatch(cells, changes) {
  for (const { index, value, mark } of changes) {
    cells.values[index] = value;
    cells.marks[index] = mark;
    if (value < FIRST_MARK[cells.bytesPerValue] && value > cells.largest) {
      cells.largest = value;
    }
  }
}

/** Removes the peak bits from the values and notes them in the marks. */
function takePeaks(values, bytesPerValue) {
  const peak = PEAK_VALUE[bytesPerValue], firstMark = FIRST_MARK[bytesPerValue];
  const marks = new Uint8Array(values.length);
  let largest = 0;
  for (let index = 0; index < values.length; index++) {
    if (values[index] >= peak) {
      values[index] -= peak;
      marks[index] = PEAK_BIT;
    }
    if (values[index] < firstMark && values[index] > largest) {
      largest = values[index];
    }
  }
  return { marks, largest };
}

/** Reads two bits for each measurement. @param {Reader} reader @param {Uint8Array|Uint16Array} values without their peak bits */
function readUnknown(reader, values, marks, firstMark) {
  let part = 0, left = 0;
  for (let index = 0; index < values.length; index++) {
    if (values[index] >= firstMark) {
      continue;
    }
    if (left === 0) {
      part = reader.u8('unknown');
      left = 4;
    }
    marks[index] |= (part & MOST_QUARTERS) << UNKNOWN_SHIFT;
    part >>= 2;
    left--;
  }
}

/** Reads the bytes in order and reports in words what is wrong with them. */
class Reader {
  #bytes;
  #view;
  #at = 0;
  #what;

  constructor(bytes, what) {
    if (!(bytes instanceof Uint8Array)) {
      throw new Error(`${what}: bytes expected.`);
    }
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#what = what;
  }

  u8(name) { return this.#view.getUint8(this.#take(1, name)); }
  u16(name) { return this.#view.getUint16(this.#take(2, name), true); }
  u32(name) { return this.#view.getUint32(this.#take(4, name), true); }
  skip(count) { this.#take(count, 'header'); }

  varint(name) {
    let value = 0;
    for (let place = 1; place <= 2 ** 28; place *= 128) {
      const byte = this.u8(name);
      value += (byte & 127) * place;
      if (byte < 128) {
        return value;
      }
    }
    throw new Error(`${this.#what}: a number in ${name} is longer than five bytes.`);
  }

  /** Copies the values, because the bytes may belong to a message whose memory the connection reuses, and may not be aligned. */
  values(count, bytesPerValue) {
    const from = this.#take(count * bytesPerValue, 'values');
    const copy = this.#bytes.slice(from, from + count * bytesPerValue);
    return bytesPerValue === 1 ? copy : new Uint16Array(copy.buffer);
  }

  /** Calls `read` with the index of every entry of a sparse section, and with what its step carries below `radix`. */
  entries(name, limit, radix, read) {
    const count = this.varint(name);
    if (count > limit) {
      throw new Error(`${this.#what}: ${count} ${name} for ${limit} cells.`);
    }
    let index = 0;
    for (let entry = 0; entry < count; entry++) {
      const number = this.varint(name), step = Math.floor(number / radix);
      if (entry > 0 && step === 0) {
        throw new Error(`${this.#what}: cell ${index} stands twice in ${name}.`);
      }
      index += step;
      if (index >= limit) {
        throw new Error(`${this.#what}: cell ${index} in ${name} is outside ${limit} cells.`);
      }
      read(index, number % radix);
    }
  }

  end() {
    const left = this.#bytes.byteLength - this.#at;
    if (left > 0) {
      throw new Error(`${this.#what}: ${left} bytes too many.`);
    }
  }

  #take(count, name) {
    const from = this.#at;
    if (from + count > this.#bytes.byteLength) {
      throw new Error(`${this.#what}: ends within ${name} (${this.#bytes.byteLength} bytes).`);
    }
    this.#at = from + count;
    return from;
  }
}


