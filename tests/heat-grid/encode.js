/**
 * Writes what src/OperatingModel.Web/wwwroot/heat-grid/payload.js reads. Written from the description of the bytes, not from
 * the decoder, so that each is the other's test.
 */

/**
 * @param {{rowCount: number, columnCount: number, bytesPerValue: 1|2, values: ArrayLike<number>,
 *          exceptions?: [index: number, shade: number][], peaks?: number[]}} picture
 * @returns {Uint8Array}
 */
export function encodeCells({ rowCount, columnCount, bytesPerValue, values, exceptions = [], peaks = [] }) {
  const bytes = [2, bytesPerValue, 0, 0, ...u32(rowCount), ...u32(columnCount)];
  const peak = new Set(peaks);
  for (let index = 0; index < values.length; index++) {
    bytes.push(...valueBytes(values[index], peak.has(index), bytesPerValue));
  }
  bytes.push(...varint(exceptions.length), ...steps(exceptions.map(([index]) => index)).flatMap((step, i) => varint(step * 5 + exceptions[i][1])));
  return Uint8Array.from(bytes);
}

/** @param {{index: number, value: number, shade: number, peak?: boolean}[]} changes @param {1|2} bytesPerValue */
export function encodePatch(changes, bytesPerValue) {
  const sorted = [...changes].sort((a, b) => a.index - b.index);
  const step = steps(sorted.map(({ index }) => index));
  return Uint8Array.from([
    ...varint(sorted.length),
    ...sorted.flatMap(({ value, shade, peak }, i) =>
      [...varint(step[i]), ...valueBytes(value, peak, bytesPerValue), shade]),
  ]);
}

const valueBytes = (value, peak, bytesPerValue) => (bytesPerValue === 1
  ? [value + (peak ? 128 : 0)]
  : [value & 255, (value >> 8) + (peak ? 128 : 0)]);
const u32 = value => [value & 255, (value >>> 8) & 255, (value >>> 16) & 255, value >>> 24];
const steps = indices => indices.map((index, i) => i === 0 ? index : index - indices[i - 1]);

function varint(value) {
  const bytes = [];
  while (value > 127) {
    bytes.push(value % 128 + 128);
    value = Math.floor(value / 128);
  }
  return [...bytes, value];
}
