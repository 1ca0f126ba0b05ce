/**
 * Writes what src/OperatingModel.Web/wwwroot/heat-grid/payload.js reads. Written from the description of the bytes, not from
 * the decoder, so that each is the other's test.
 */

/**
 * @param {{rowCount: number, columnCount: number, bytesPerValue: 1|2, values: ArrayLike<number>,
 *          exceptions?: [index: number, shade: number][], peaks?: number[], unknown?: [index: number, quarters: number][]}} picture
 * @returns {Uint8Array}
 */
export function encodeCells({ rowCount, columnCount, bytesPerValue, values, exceptions = [], peaks = [], unknown = [] }) {
  const bytes = [3, bytesPerValue, unknown.length > 0 ? 1 : 0, 0, ...u32(rowCount), ...u32(columnCount)];
  const peak = new Set(peaks);
  for (let index = 0; index < values.length; index++) {
    bytes.push(...valueBytes(values[index], peak.has(index), bytesPerValue));
  }
  if (unknown.length > 0) {
    const quarters = new Map(unknown), largest = bytesPerValue === 1 ? 124 : 32764;
    const measured = [...values].flatMap((value, index) => (value <= largest ? [quarters.get(index) ?? 0] : []));
    for (let i = 0; i < measured.length; i += 4) {
      bytes.push(measured.slice(i, i + 4).reduce((part, two, place) => part + two * 4 ** place, 0));
    }
  }
  bytes.push(...varint(exceptions.length), ...steps(exceptions.map(([index]) => index)).flatMap((step, i) => varint(step * 5 + exceptions[i][1])));
  return Uint8Array.from(bytes);
}

/** @param {{index: number, value: number, shade: number, peak?: boolean, unknown?: number}[]} changes @param {1|2} bytesPerValue */
export function encodePatch(changes, bytesPerValue) {
  const sorted = [...changes].sort((a, b) => a.index - b.index);
  const step = steps(sorted.map(({ index }) => index));
  return Uint8Array.from([
    ...varint(sorted.length),
    ...sorted.flatMap(({ value, shade, peak, unknown = 0 }, i) =>
      [...varint(step[i]), ...valueBytes(value, peak, bytesPerValue), shade + 16 * unknown]),
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
