/**
 * What a key means, on whatever alphabet: the character it types, in small letters. Where that is a letter, sign or digit of another script,
 * it is what the same place of an English keyboard types. Named keys ("Enter") keep their name.
 *
 * @param {{key: string, code?: string}} event
 */
export function keyOf({ key, code = '' }) {
  const isForeign = /^[\p{L}\p{M}\p{N}]+$/u.test(key) && !/^[\p{Script=Latin}0-9]/u.test(key);
  const place = isForeign && /^(?:Key|Digit)([A-Z0-9])$/.exec(code);
  return place ? place[1].toLowerCase() : key.length === 1 ? key.toLowerCase() : key;
}
