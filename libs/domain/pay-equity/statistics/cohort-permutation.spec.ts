import fc from 'fast-check';
import { rational } from '../../common/rational';
import {
  cohortTest,
  countLabellings,
  DRAWN_PERMUTATIONS,
  MOST_EXACT_PERMUTATIONS,
  pooledGapOf,
  type CohortStratum,
} from './cohort-permutation';

const stratum = (clients: readonly number[], comparators: readonly number[], key = 'J-1'): CohortStratum => ({
  key,
  clients,
  comparators,
});

/** Every labelling one by one, over bit masks: the definition, without the cleverness. */
function countedByTrying(strata: readonly CohortStratum[]): { permutations: number; count: number } {
  const choices = strata.map(({ clients, comparators }) => {
    const logs = [...clients, ...comparators].map(Math.log);
    const mean = logs.reduce((a, b) => a + b, 0) / logs.length;
    const sums: number[] = [];
    for (let mask = 0; mask < 1 << logs.length; mask++) {
      const chosen = logs.filter((_, index) => (mask >> index) % 2 === 1);
      if (chosen.length === clients.length) sums.push(chosen.reduce((sum, log) => sum + log - mean, 0));
    }
    const observed = clients.reduce((sum, hourly) => sum + Math.log(hourly) - mean, 0);
    return { sums, observed };
  });
  const observed = choices.reduce((sum, choice) => sum + choice.observed, 0);
  const totals = choices.reduce<number[]>(
    (sums, choice) => sums.flatMap((sum) => choice.sums.map((more) => sum + more)),
    [0],
  );
  return { permutations: totals.length, count: totals.filter((total) => total <= observed + 1e-9).length };
}

const arbitraryStratum = fc.record({
  key: fc.constant('J'),
  clients: fc.array(fc.integer({ min: 15, max: 25 }), { minLength: 1, maxLength: 4 }),
  comparators: fc.array(fc.integer({ min: 15, max: 25 }), { minLength: 1, maxLength: 4 }),
});

describe('cohortTest', () => {
  it('counts one labelling of 28 when both clients of eight are the lowest paid', () => {
    const result = cohortTest([stratum([16, 16.5], [18, 18, 18.5, 19, 20, 21])], 1);
    expect(result).toMatchObject({ permutations: 28, count: 1, p: rational(1n, 28n), isExact: true, seed: null });
    expect(result.exceedsLimit).toBe(true);
  });

  it('is the definition: every labelling tried one by one gives the same counts', () => {
    fc.assert(
      fc.property(fc.array(arbitraryStratum, { minLength: 1, maxLength: 3 }), (strata) => {
        fc.pre(countLabellings(strata) <= MOST_EXACT_PERMUTATIONS); // beyond it labellings are drawn
        const { permutations, count } = cohortTest(strata, 1);
        expect({ permutations, count }).toEqual(countedByTrying(strata));
      }),
      { numRuns: 300 },
    );
  });

  it('says 1 when everybody is paid alike', () => {
    const result = cohortTest([stratum([20, 20], [20, 20, 20])], 1);
    expect(result).toMatchObject({ permutations: 10, count: 10, p: rational(1n), exceedsLimit: false });
  });

  it('does not change when colleagues change places or all pay is multiplied', () => {
    fc.assert(
      fc.property(
        fc.array(arbitraryStratum, { minLength: 1, maxLength: 2 }),
        fc.integer({ min: 2, max: 9 }),
        (all, k) => {
          const once = cohortTest(all, 1);
          const turned = all.map(({ clients, comparators }) => stratum(clients, [...comparators].reverse()));
          const scaled = all.map(({ clients, comparators }) => stratum(clients.map((h) => h * k), comparators.map((h) => h * k))); // prettier-ignore
          for (const other of [cohortTest(turned, 1), cohortTest(scaled, 1)]) {
            expect([other.count, other.permutations]).toEqual([once.count, once.permutations]);
            expect(other.pooledGap).toBeCloseTo(once.pooledGap, 12);
          }
        },
      ),
    );
  });

  it('counts exactly up to 100,000 labellings and draws above', () => {
    const one = (others: number) => [stratum([1], Array<number>(others).fill(2))];
    expect(countLabellings(one(MOST_EXACT_PERMUTATIONS - 1))).toBe(100_000);
    expect(countLabellings(one(MOST_EXACT_PERMUTATIONS))).toBe(100_001);
    expect(cohortTest(one(MOST_EXACT_PERMUTATIONS - 1), 1)).toMatchObject({ permutations: 100_000, count: 1, isExact: true }); // prettier-ignore
    expect(cohortTest(one(MOST_EXACT_PERMUTATIONS), 1)).toMatchObject({ permutations: DRAWN_PERMUTATIONS, isExact: false, seed: 1 }); // prettier-ignore
    const nearlyAll = [stratum(Array<number>(MOST_EXACT_PERMUTATIONS - 1).fill(2), [1])];
    expect(cohortTest(nearlyAll, 1)).toMatchObject({ permutations: 100_000, count: 100_000, isExact: true });
  });

  it('draws near the exact answer, and the same again under the same seed', () => {
    const clients = [18.2, 19.1, 18.9, 20.4, 17.9, 19.9, 18.1, 20.2, 18.8, 19.5];
    const others = [19.2, 20.1, 18.4, 20.9, 19.7, 21.1, 18.6, 20.6, 19.9, 20.3];
    const strata = [stratum(clients, others)];
    const { permutations, count } = countedByTrying(strata);
    expect(permutations).toBe(184_756);
    const drawn = cohortTest(strata, 20261130);
    expect(drawn).toMatchObject({ permutations: 20_000, isExact: false, seed: 20261130 });
    expect(drawn.p).toEqual(rational(BigInt(drawn.count) + 1n, 20_001n));
    const p = count / permutations;
    expect(Math.abs(drawn.count / 20_000 - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / 20_000));
    expect(cohortTest(strata, 20261130)).toEqual(drawn);
    expect(cohortTest(strata, 7).count).not.toBe(drawn.count);
  });
});

describe('the pooled gap', () => {
  it('weights the strata by their clients', () => {
    const strata = [stratum([90, 90, 90], [100, 100]), stratum([100], [100], 'J-2')];
    expect(pooledGapOf(strata)).toBeCloseTo(1 - Math.exp((3 * Math.log(0.9)) / 4), 14);
  });

  it.each([
    [95, 0.05, false],
    [94.95, 0.0505, false],
    [94.9, 0.051, true],
    [105, -0.05, false],
  ])('of clients at %d against 100 is %d and exceeds the limit: %s', (pay, gap, exceeds) => {
    const result = cohortTest([stratum([pay, pay], [100, 100, 100])], 1);
    expect(result.pooledGap).toBeCloseTo(gap, 12);
    expect(result.exceedsLimit).toBe(exceeds);
  });
});
