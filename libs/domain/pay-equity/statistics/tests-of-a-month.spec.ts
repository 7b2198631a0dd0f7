import fc from 'fast-check';
import { rational } from '../../common/rational';
import { adjustedPValues, isDiscovery } from './benjamini-hochberg';
import { oneVersusManyP, personsHourlyPay, rankFromBelow } from './one-versus-many';
import { drawsFrom, isSeed } from './seeded-draws';

describe('adjustedPValues', () => {
  it('follows Benjamini and Hochberg, in the order given', () => {
    const adjusted = adjustedPValues([0.01, 0.04, 0.03, 0.005]);
    [0.02, 0.04, 0.04, 0.02].forEach((expected, index) => expect(adjusted[index]).toBeCloseTo(expected, 15));
  });

  it('never exceeds 1, leaves one test alone, and has nothing to say of none', () => {
    expect(adjustedPValues([0.9, 0.8, 1])).toEqual([1, 1, 1]);
    expect(adjustedPValues([0.03])).toEqual([0.03]);
    expect(adjustedPValues([])).toEqual([]);
  });

  it('is the least of p_(j)·n/j over all later j, keeps the order, and never helps a test', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 }), (values) => {
        const sorted = [...values].sort((a, b) => a - b);
        const expected = values.map((p) => {
          const later = sorted.flatMap((q, index) => (q >= p ? [(q * values.length) / (index + 1)] : []));
          return Math.min(1, ...later);
        });
        const adjusted = adjustedPValues(values);
        adjusted.forEach((p, index) => expect(p).toBeCloseTo(expected[index] ?? NaN, 12));
        expect(adjusted.every((p, index) => p >= (values[index] ?? 1) - 1e-15)).toBe(true);
      }),
    );
  });

  it('takes 5 % itself as significant', () => {
    expect([isDiscovery(0.05), isDiscovery(0.0500001)]).toEqual([true, false]);
  });
});

describe('one client against many', () => {
  const pays = (...fen: number[]) => fen.map((one) => rational(BigInt(one)));

  it('has the exact p (1 + colleagues with no more)/(m + 1)', () => {
    expect(oneVersusManyP(rankFromBelow(rational(9n), pays(10, 11, 12, 13, 14, 15, 16)), 7)).toEqual(rational(1n, 8n));
    expect(oneVersusManyP(rankFromBelow(rational(10n), pays(10, 11, 9, 13, 14)), 5)).toEqual(rational(1n, 2n));
  });

  it('cannot be significant with 18 colleagues, and can with 19', () => {
    const least = (m: number) => oneVersusManyP(1, m);
    expect([least(18), least(19)]).toEqual([rational(1n, 19n), rational(1n, 20n)]);
  });

  it('takes the mean of the last three periods for a person', () => {
    expect(personsHourlyPay(pays(1, 10, 20, 33))).toEqual(rational(21n));
    expect(personsHourlyPay(pays(10, 11))).toEqual(rational(21n, 2n));
    expect(personsHourlyPay([])).toBeNull();
  });
});

describe('drawsFrom', () => {
  it('repeats itself under one seed, on every machine', () => {
    const draws = drawsFrom(1);
    const again = drawsFrom(1);
    const first = Array.from({ length: 5 }, () => draws.below(1_000));
    expect(Array.from({ length: 5 }, () => again.below(1_000))).toEqual(first);
    expect(first).toMatchInlineSnapshot(`
      [
        158,
        751,
        871,
        829,
        66,
      ]
    `);
  });

  it('draws k of a pool as a shuffle from the start does, number by number', () => {
    const seeds = fc.integer({ min: 0, max: 4_294_967_295 });
    const pools = fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: 1, maxLength: 700 });
    fc.assert(
      fc.property(seeds, pools, fc.nat(), (seed, values, some) => {
        const k = some % (values.length + 1);
        const draws = drawsFrom(seed);
        const [pool, shuffled] = [Float64Array.from(values), Float64Array.from(values)];
        const next = drawsFrom(seed).sumsFrom(pool, k);
        for (let round = 0; round < 5; round++) {
          let sum = 0;
          for (let i = 0; i < k; i++) {
            const j = i + draws.below(shuffled.length - i);
            [shuffled[i], shuffled[j]] = [shuffled[j]!, shuffled[i]!];
            sum += shuffled[i]!;
          }
          expect(next()).toBe(sum);
          expect(pool).toEqual(shuffled);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('draws every number alike', () => {
    const draws = drawsFrom(42);
    const counts = new Array<number>(7).fill(0);
    for (let i = 0; i < 70_000; i++) counts[draws.below(7)]! += 1;
    const chiSquare = counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
    // 22.46 is exceeded once in a thousand seeds with six degrees of freedom.
    expect(chiSquare).toBeLessThan(22.46);
  });

  it.each([
    [0, true],
    [4_294_967_295, true],
    [4_294_967_296, false],
    [-1, false],
    [1.5, false],
    ['1', false],
  ])('takes %p as a seed: %s', (value, expected) => {
    expect(isSeed(value)).toBe(expected);
  });

  it('throws on what is no seed', () => {
    expect(() => drawsFrom(-1)).toThrow('Not a seed');
  });
});
