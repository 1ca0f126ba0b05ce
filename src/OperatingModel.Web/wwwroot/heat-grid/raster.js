/**
 * Paints cells straight into the pixels of an image: one scan line per row, copied down. Tens of thousands of cells cost
 * little more than the memory they cover.
 */
import { FACE_UNKNOWN } from './scale.js';

const HATCH_STEP = 8.5, HATCH_WEIGHT = 1.4;     // along the line of pixels: 6 px apart and 1 px thick across a 45° line

/**
 * @typedef {object} RasterJob all lengths in device pixels
 * @property {Uint32Array} pixels
 * @property {number} width
 * @property {number} height
 * @property {number} firstRow
 * @property {number} firstColumn
 * @property {number[]} rowEdges the start of each row, and the end of the last one; they may lie outside the image
 * @property {number[]} columnEdges
 * @property {(row: number, column: number) => number} face
 * @property {(row: number, column: number) => number} unknown quarters of a cell that nobody has assessed, 0..3
 * @property {number} strip the height of the hatch that shows them
 * @property {Hatch} stripHatch
 * @property {Uint32Array[]} layers colours by face; a row's height is divided evenly among the layers, from the top
 * @property {Hatch} hatch
 * @property {number|null} hatchShift the shift of one hatch that moves with the content; null: every cell has its own, as elements have
 * @property {number} ground colour around the cells
 * @property {number} line colour between the cells
 * @property {number} gap between cells; 0: none
 */

/** @param {RasterJob} job */
export function raster(job) {
  const { pixels, width, height, rowEdges, layers, gap } = job;
  pixels.fill(job.ground);
  const faces = new Uint8Array(job.columnEdges.length - 1);
  for (let i = 0; i < rowEdges.length - 1; i++) {
    const top = Math.max(0, rowEdges[i]), bottom = Math.min(height, rowEdges[i + 1]);
    if (top >= bottom) {
      continue;
    }
    let unknown = false;
    for (let column = 0; column < faces.length; column++) {
      faces[column] = job.face(job.firstRow + i, job.firstColumn + column);
      unknown ||= faces[column] === FACE_UNKNOWN;
    }
    const inner = Math.min(bottom, rowEdges[i + 1] - gap);
    const thickness = rowEdges[i + 1] - gap - rowEdges[i];
    layers.forEach((colours, layer) => {
      const from = Math.max(top, rowEdges[i] + Math.round(thickness * layer / layers.length));
      const to = Math.min(inner, rowEdges[i] + Math.round(thickness * (layer + 1) / layers.length));
      fillRow(job, faces, colours, { top: rowEdges[i], from, to }, unknown);
    });
    hatchUnknown(job, job.firstRow + i, rowEdges[i], { top, bottom: inner }, rowEdges[i + 1] - gap);
    if (gap > 0) {
      pixels.fill(job.line, Math.max(top, inner) * width, bottom * width);
      clearBeyond(job, Math.max(top, inner), bottom);
    }
  }
}

/** Writes the first scan line of a row and copies it down; with a hatch it writes every line. */
function fillRow(job, faces, colours, { top, from, to }, unknown) {
  const { pixels, width, columnEdges, gap, hatch, hatchShift } = job;
  for (let y = from; y < to; y++) {
    const line = y * width;
    if (y > from && !unknown) {
      pixels.copyWithin(line, from * width, from * width + width);
      continue;
    }
    for (let i = 0; i < faces.length; i++) {
      const left = Math.max(0, columnEdges[i]), right = Math.min(width, columnEdges[i + 1] - gap);
      if (left >= right) {
        continue;
      }
      if (faces[i] === FACE_UNKNOWN) {
        const start = hatch.phase(hatchShift === null ? y - top + left - columnEdges[i] : y + left + hatchShift);
        pixels.set(hatch.strip.subarray(start, start + right - left), line + left);
      } else {
        pixels.fill(colours[faces[i]], line + left, line + right);
      }
    }
  }
}

/** Hatches the lower edge of cells that are assessed in part: as wide as the unknown share, from the right. */
function hatchUnknown({ pixels, width, columnEdges, firstColumn, unknown, strip, gap, stripHatch: hatch }, row, start, { top, bottom }, end) {
  const from = Math.max(top, end - strip);
  for (let i = 0; from < bottom && i < columnEdges.length - 1; i++) {
    const quarters = unknown(row, firstColumn + i);
    if (quarters === 0) {
      continue;
    }
    const last = columnEdges[i + 1] - gap;
    const left = Math.max(0, last - Math.max(1, Math.round((last - columnEdges[i]) * quarters / 4))), right = Math.min(width, last);
    for (let y = from; y < bottom && left < right; y++) {
      const shift = hatch.phase(y - start + left - columnEdges[i]);
      pixels.set(hatch.strip.subarray(shift, shift + right - left), y * width + left);
    }
  }
}

function clearBeyond({ pixels, width, columnEdges, ground }, from, to) {
  const end = Math.max(0, columnEdges.at(-1));
  for (let y = from; y < to && end < width; y++) {
    pixels.fill(ground, y * width + end, (y + 1) * width);
  }
}

/** A 45° hatch as one long line of pixels; every scan line shows it shifted by one. */
export class Hatch {
  /**
   * @param {number} width of the image @param {number} grain device pixels per CSS pixel @param {number} line @param {number} ground colours
   * @param {number} [closeness] how many lines take the room of one
   */
  constructor(width, grain, line, ground, closeness = 1) {
    const step = HATCH_STEP / closeness * grain, weight = HATCH_WEIGHT * grain;
    this.#period = Math.round(2 * step);
    this.strip = new Uint32Array(width + this.#period);
    for (let x = 0; x < this.strip.length; x++) {
      const along = (x % this.#period) % (this.#period / 2);
      this.strip[x] = mix(ground, line, Math.max(0, Math.min(1, weight - along)));
    }
  }

  #period;

  phase(y) { return ((y % this.#period) + this.#period) % this.#period; }
}

/** Mixes two opaque pixels; the share of the second is 0..1. */
function mix(from, to, share) {
  let mixed = 0xff000000;
  for (const shift of [0, 8, 16]) {
    const a = (from >>> shift) & 255, b = (to >>> shift) & 255;
    mixed |= Math.round(a + (b - a) * share) << shift;
  }
  return mixed >>> 0;
}
