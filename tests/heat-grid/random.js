/** Repeatable numbers in 0..1, and what is made of them. */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Whole numbers from..to. */
export const wholes = next => (from, to) => from + Math.floor(next() * (to - from + 1));

/** Runs a check with many different sources of chance and says which one failed. */
export function forAll(check, runs = 200) {
  for (let seed = 1; seed <= runs; seed++) {
    const next = random(seed);
    try {
      check(wholes(next), next);
    } catch (error) {
      error.message = `seed ${seed}: ${error.message}`;
      throw error;
    }
  }
}
