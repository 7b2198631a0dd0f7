import { rational, type Rational } from '../../common/rational';
import { drawsFrom } from './seeded-draws';

/** Hourly pay of one job and grade: the clients and their colleagues, all above zero, at least one of each. */
export interface CohortStratum {
  readonly key: string;
  readonly clients: readonly number[];
  readonly comparators: readonly number[];
}

/** What the cohort test of one enterprise says. */
export interface CohortResult {
  /** Ways to hand the clients' label out inside the strata; when exact all of them, else those drawn. */
  readonly permutations: number;
  /** Those among them in which the labelled are paid as little as the clients, or less. */
  readonly count: number;
  /** One-sided: count/permutations when exact, else (1 + count)/(permutations + 1). */
  readonly p: Rational;
  /** 1 − exp(mean log difference, weighted by clients); above zero means that the clients have less. */
  readonly pooledGap: number;
  /** The pooled gap is more than 50 per mille, rounded down to whole per mille. */
  readonly exceedsLimit: boolean;
  readonly isExact: boolean;
  /** The seed of the draws; null when exact. */
  readonly seed: number | null;
}

/** Labellings up to which all of them are counted. */
export const MOST_EXACT_PERMUTATIONS = 100_000;

/** Labellings drawn where there are more. */
export const DRAWN_PERMUTATIONS = 20_000;

const LIMIT_PER_MILLE = 50;
// Sums of the same logarithms in another order differ in the last digits: nothing real lies that close.
const ROUNDING = 1e-9;

interface CentredStratum {
  /** ln h − mean of ln h of the stratum; clients first. */
  readonly values: readonly number[];
  readonly clients: number;
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function centred({ clients, comparators }: CohortStratum): CentredStratum {
  const logs = [...clients, ...comparators].map(Math.log);
  const mean = meanOf(logs);
  return { values: logs.map((value) => value - mean), clients: clients.length };
}

/** n over k; anything above the limit comes back as a number above it. */
function binomial(n: number, k: number, limit: number): number {
  let ways = 1;
  for (let i = 1; i <= Math.min(k, n - k); i++) {
    ways = (ways * (n - i + 1)) / i;
    if (ways > limit) return limit + 1;
  }
  return Math.round(ways);
}

/** Π C(n_s, k_s): the labellings inside the strata; anything above `limit` comes back as limit + 1. */
export function countLabellings(strata: readonly CohortStratum[], limit = MOST_EXACT_PERMUTATIONS): number {
  let ways = 1;
  for (const { clients, comparators } of strata) {
    ways *= binomial(clients.length + comparators.length, clients.length, limit);
    if (ways > limit) return limit + 1;
  }
  return ways;
}

/** The sums of every choice of k values, one entry per choice; where k is more than half, of what is left out. */
function sumsOfChoices(values: readonly number[], k: number): Float64Array {
  if (2 * k > values.length) {
    const whole = values.reduce((sum, value) => sum + value, 0);
    return sumsOfChoices(values, values.length - k).map((left) => whole - left);
  }
  const sums: number[] = [];
  const choose = (from: number, left: number, sum: number): void => {
    if (left === 0) {
      sums.push(sum);
      return;
    }
    for (let i = from; i <= values.length - left; i++) choose(i + 1, left - 1, sum + values[i]!);
  };
  choose(0, k, 0);
  return Float64Array.from(sums);
}

/** How many of the values, sorted, are at most the limit. */
function countUpTo(sorted: Float64Array, limit: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Counts all labellings with a statistic up to the limit: the last and largest stratum is looked up sorted. */
function countExactly(strata: readonly CentredStratum[], limit: number): number {
  const sums = strata.map(({ values, clients }) => sumsOfChoices(values, clients)).sort((a, b) => a.length - b.length);
  const last = sums.pop() ?? Float64Array.of(0);
  last.sort();
  const count = (index: number, sum: number): number => {
    const here = sums[index];
    if (here === undefined) return countUpTo(last, limit - sum);
    return here.reduce((total, value) => total + count(index + 1, sum + value), 0);
  };
  return count(0, 0);
}

function countDrawn(strata: readonly CentredStratum[], limit: number, seed: number): number {
  const draws = drawsFrom(seed);
  const sums = strata.map(({ values, clients }) => draws.sumsFrom(Float64Array.from(values), clients));
  let count = 0;
  for (let draw = 0; draw < DRAWN_PERMUTATIONS; draw++) {
    let sum = 0;
    for (const next of sums) sum += next();
    if (sum <= limit) count++;
  }
  return count;
}

/** 1 − exp(Σ k_s·(mean ln h of clients − mean ln h of colleagues)/Σ k_s). */
export function pooledGapOf(strata: readonly CohortStratum[]): number {
  const clients = strata.reduce((sum, stratum) => sum + stratum.clients.length, 0);
  const difference = strata.reduce((sum, stratum) => {
    const own = meanOf(stratum.clients.map(Math.log));
    const others = meanOf(stratum.comparators.map(Math.log));
    return sum + stratum.clients.length * (own - others);
  }, 0);
  return -Math.expm1(difference / clients);
}

/**
 * The stratified permutation test of one enterprise's clients against their colleagues, job by job and grade by grade:
 * T = Σ strata Σ clients (ln h − mean of the stratum), the label "client" permuted inside the strata. Counted exactly up
 * to MOST_EXACT_PERMUTATIONS labellings, else estimated from DRAWN_PERMUTATIONS draws of the generator in
 * seeded-draws.ts under the seed, which is kept with the result.
 */
export function cohortTest(strata: readonly CohortStratum[], seed: number): CohortResult {
  const ways = countLabellings(strata);
  const isExact = ways <= MOST_EXACT_PERMUTATIONS;
  const all = strata.map(centred);
  const observed = all.reduce(
    (sum, { values, clients }) => sum + values.slice(0, clients).reduce((total, value) => total + value, 0),
    0,
  );
  const limit = observed + ROUNDING;
  const count = isExact ? countExactly(all, limit) : countDrawn(all, limit, seed);
  const permutations = isExact ? ways : DRAWN_PERMUTATIONS;
  const pooledGap = pooledGapOf(strata);
  return {
    permutations,
    count,
    p: isExact
      ? rational(BigInt(count), BigInt(permutations))
      : rational(BigInt(count) + 1n, BigInt(permutations) + 1n),
    pooledGap,
    exceedsLimit: Math.floor(1_000 * pooledGap + ROUNDING) > LIMIT_PER_MILLE,
    isExact,
    seed: isExact ? null : seed,
  };
}
