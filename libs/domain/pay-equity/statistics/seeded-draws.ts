const WORD = 0x1_0000_0000;

/** Says whether this can be a seed: a whole number from 0 to 4,294,967,295. */
export const isSeed = (value: unknown): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < WORD;

/** Even draws that a stored seed repeats on every machine. */
export interface Draws {
  /** A whole number from 0 to limit − 1, each alike; limit from 1 to 2³². */
  readonly below: (limit: number) => number;
  /**
   * Draws again and again k values of a pool without return and gives their sum: k numbers `below` what is left, by which
   * the pool is shuffled from its start. The pool stays as the last draw left it.
   */
  readonly sumsFrom: (pool: Float64Array, k: number) => () => number;
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

/** How many words stand for every number below the limit alike; from there on small ones would be favoured. */
function fairWordsBelow(limit: number): number {
  return WORD - (WORD % limit);
}

/** word % limit without a division, for a word below 2³²: the floor may be one off where the quotient is whole. */
function remainder(word: number, limit: number, inverse: number): number {
  const rest = word - Math.floor(word * inverse) * limit;
  return rest < 0 ? rest + limit : rest >= limit ? rest - limit : rest;
}

interface Limits {
  readonly fairWords: Float64Array;
  readonly inverses: Float64Array;
}

/** What draws below size, size − 1, …, size − k + 1 need, in that order. */
function limitsOf(size: number, k: number): Limits {
  const limits = Float64Array.from({ length: k }, (_, i) => size - i);
  return { fairWords: limits.map(fairWordsBelow), inverses: limits.map((limit) => 1 / limit) };
}

/**
 * Draws k of the pool's values without return by a partial Fisher–Yates shuffle, which stays in the pool, and gives their
 * sum. The generator's four words are taken into local variables and put back: this is where a month's run draws most.
 */
function drawnSum(s: Int32Array, pool: Float64Array, k: number, { fairWords, inverses }: Limits): number {
  let [s0, s1, s2, s3] = [s[0]!, s[1]!, s[2]!, s[3]!];
  let sum = 0;
  for (let i = 0; i < k; i++) {
    const fair = fairWords[i]!;
    let word = WORD;
    while (word >= fair) {
      const fivefold = Math.imul(s1, 5);
      word = Math.imul((fivefold << 7) | (fivefold >>> 25), 9) >>> 0;
      const shifted = s1 << 9;
      s2 ^= s0;
      s3 ^= s1;
      s1 ^= s2;
      s0 ^= s3;
      s2 ^= shifted;
      s3 = (s3 << 11) | (s3 >>> 21);
    }
    const j = i + remainder(word, pool.length - i, inverses[i]!);
    const taken = pool[j]!;
    pool[j] = pool[i]!;
    pool[i] = taken;
    sum += taken;
  }
  s[0] = s0;
  s[1] = s1;
  s[2] = s2;
  s[3] = s3;
  return sum;
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
  const below = (limit: number): number => {
    const fair = fairWordsBelow(limit);
    let word = next();
    while (word >= fair) word = next();
    return word % limit;
  };
  const sumsFrom = (pool: Float64Array, k: number): (() => number) => {
    const limits = limitsOf(pool.length, k);
    return () => drawnSum(s, pool, k, limits);
  };
  return { below, sumsFrom };
}
