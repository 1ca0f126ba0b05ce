/**
 * The bytes of a heat map, little-endian.
 *
 *   full push   u8 magic = 1 · u8 bytesPerValue (1 | 2) · u16 reserved · u32 rowCount · u32 columnCount
 *               values     rowCount × columnCount, row-major, bytesPerValue each
 *               exceptions varint count, then per entry: varint step, u8 shade 0..4
 *               peaks      varint count, then per entry: varint step
 *   patch       varint count, then per entry: varint step, value (bytesPerValue of the picture), u8 flags
 *               (bits 0-2 shade, bit 3 peak)
 *
 * A step is the cell's index (row × columnCount + column) less the index of the entry before it; the first step is the index itself.
 * A varint carries seven bits per byte, lowest first; the high bit says that another byte follows.
 */

/** Values from here on are no measurements: not linked, not applicable, unknown. */
const FIRST_MARK = { 1: 252, 2: 65532 };
const LAST_READING = { 1: 250, 2: 65530 };
export const NOT_LINKED = 0, NOT_APPLICABLE = 1, UNKNOWN = 2;

export const SHADE_BITS = 0b0111, PEAK_BIT = 0b1000;

const MAGIC = 1, MOST_CELLS = 50_000_000, HOTTEST = 4;

/**
 * @typedef {object} Cells
 * @property {number} rowCount
 * @property {number} columnCount
 * @property {1|2} bytesPerValue
 * @property {Uint8Array|Uint16Array} values row-major
 * @property {Uint8Array} marks per cell: bits 0-2 the exact shade + 1 (0: as the value says), bit 3 a peak
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
  reader.skip(2);
  const rowCount = reader.u32('row count');
  const columnCount = reader.u32('column count');
  const count = rowCount * columnCount;
  if (count > MOST_CELLS) {
    throw new Error(`Cells: ${rowCount} × ${columnCount} are more than ${MOST_CELLS} cells.`);
  }

  const values = reader.values(count, bytesPerValue);
  const largest = largestReading(values, bytesPerValue, columnCount);
  const marks = new Uint8Array(count);
  reader.entries('exceptions', count, index => { marks[index] = reader.shade() + 1; });
  reader.entries('peaks', count, index => { marks[index] |= PEAK_BIT; });
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
  reader.entries('changes', cells.values.length, index => {
    const value = cells.bytesPerValue === 1 ? reader.u8('value') : reader.u16('value');
    requireMeaning(value, cells.bytesPerValue, index, cells.columnCount, 'Patch');
    const flags = reader.u8('flags');
    const shade = flags & SHADE_BITS;
    if (shade > HOTTEST || flags > (SHADE_BITS | PEAK_BIT)) {
      throw new Error(`Patch: flags ${flags} of cell ${index} are not a shade 0..${HOTTEST} with or without a peak.`);
    }
    changes.push({ index, value, mark: (shade + 1) | (flags & PEAK_BIT) });
  });
  reader.end();
  return changes;
}

/** @param {Cells} cells @param {Change[]} changes */
export function applyPatch(cells, changes) {
  for (const { index, value, mark } of changes) {
    cells.values[index] = value;
    cells.marks[index] = mark;
    if (value <= LAST_READING[cells.bytesPerValue] && value > cells.largest) {
      cells.largest = value;
    }
  }
}

function largestReading(values, bytesPerValue, columnCount) {
  const last = LAST_READING[bytesPerValue];
  let largest = 0;
  for (let index = 0; index < values.length; index++) {
    const value = values[index];
    if (value > last) {
      requireMeaning(value, bytesPerValue, index, columnCount, 'Cells');
    } else if (value > largest) {
      largest = value;
    }
  }
  return largest;
}

function requireMeaning(value, bytesPerValue, index, columnCount, what) {
  const kind = value - FIRST_MARK[bytesPerValue];
  if (value > LAST_READING[bytesPerValue] && (kind < NOT_LINKED || kind > UNKNOWN)) {
    throw new Error(`${what}: value ${value} in row ${Math.floor(index / columnCount)}, column ${index % columnCount} has no meaning.`);
  }
}

/** Reads on from byte to byte and says in words what is wrong. */
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

  shade() {
    const shade = this.u8('exceptions');
    if (shade > HOTTEST) {
      throw new Error(`${this.#what}: shade ${shade} is not 0..${HOTTEST}.`);
    }
    return shade;
  }

  /** A copy: the bytes may be a window on a message that the connection uses again, and need not be aligned. */
  values(count, bytesPerValue) {
    const from = this.#take(count * bytesPerValue, 'values');
    const copy = this.#bytes.slice(from, from + count * bytesPerValue);
    return bytesPerValue === 1 ? copy : new Uint16Array(copy.buffer);
  }

  /** Calls `read` with the index of every entry of a sparse section. */
  entries(name, limit, read) {
    const count = this.varint(name);
    if (count > limit) {
      throw new Error(`${this.#what}: ${count} ${name} for ${limit} cells.`);
    }
    let index = 0;
    for (let entry = 0; entry < count; entry++) {
      const step = this.varint(name);
      if (entry > 0 && step === 0) {
        throw new Error(`${this.#what}: cell ${index} stands twice in ${name}.`);
      }
      index += step;
      if (index >= limit) {
        throw new Error(`${this.#what}: cell ${index} in ${name} is outside ${limit} cells.`);
      }
      read(index);
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


