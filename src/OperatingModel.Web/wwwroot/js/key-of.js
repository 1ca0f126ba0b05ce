/**
 * Returns the meaning of a key on any keyboard: the character it types, in small letters. If that is a letter, sign or digit of another script,
 * it returns the character of the same place on an English keyboard. Named keys ("Enter") keep their name.
 *
 * @param {{key: string, code?: string}} event
 */
export function keyOf({ key, code = '' }) {
  const isForeign = /^[\p{L}\p{M}\p{N}]+$/u.test(key) && !/^[\p{Script=Latin}0-9]/u.test(key);
  const place = isForeign && /^(?:Key|Digit)([A-Z0-9])$/.exec(code);
  return place ? place[1].toLowerCase() : key.length === 1 ? key.toLowerCase() : key;
}
