const WORD = 0x1_0000_0000;

/** Says whether this can be a seed: a whole number from 0 to 4,294,967,295. */
export const isSeed = (value: unknown): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < WORD;

/** Even draws that a stored seed repeats on every machine. */
export interface Draws {
  /** A whole number from 0 to limit − 1, each alike; limit from 1 to 2³². */
  readonly below: (limit: number) => number;
}

const rotate = (word: number, bits: number): number => (word << bits) | (word >>> (32 - bits));

/** Four words of state from one seed by SplitMix32: the increment 0x9e3779b9 and the finaliser of MurmurHash3. */
function stateOf(seed: number): Int32Array {
  const state = new Int32Array(4);
  let counter = seed | 0;
  for (let i = 0; i < state.length; i++) {
    counter = (counter + 0x9e3779b9) | 0;
    let word = counter;
    word = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
    word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35);
    state[i] = word ^ (word >>> 16);
  }
  return state;
}

/**
 * The generator xoshiro128** (Blackman and Vigna 2018) from a 32-bit seed. Numbers below a limit are made by refusing the
 * few words that would favour small ones, so that every number is alike.
 */
export function drawsFrom(seed: number): Draws {
  if (!isSeed(seed)) throw new Error(`Not a seed: ${seed}`);
  const s = stateOf(seed);
  const next = (): number => {
    const result = Math.imul(rotate(Math.imul(s[1]!, 5), 7), 9) >>> 0;
    const shifted = s[1]! << 9;
    s[2]! ^= s[0]!;
    s[3]! ^= s[1]!;
    s[1]! ^= s[2]!;
    s[0]! ^= s[3]!;
    s[2]! ^= shifted;
    s[3] = rotate(s[3]!, 11);
    return result;
  };
  const fairWords = new Map<number, number>();
  const below = (limit: number): number => {
    let fair = fairWords.get(limit);
    if (fair === undefined) fairWords.set(limit, (fair = WORD - (WORD % limit)));
    let word = next();
    while (word >= fair) word = next();
    return word % limit;
  };
  return { below };
}
