import fc from 'fast-check';
import { compare, over, plus, rational, toDecimal, type Rational } from '../common/rational';
import { isPublishable, medianOf, survivalAt, survivalTable, type Observation } from './kaplan-meier';

const event = (days: number): Observation => ({ days, event: true });
const censored = (days: number): Observation => ({ days, event: false });

/**
 * Freireich et al., Blood 21 (1963) 699–716, the 21 patients under 6-MP (Cox & Oakes, Analysis of Survival Data, 1984,
 * table 1.1): weeks of remission. Shares and log-log intervals as Stata's `sts list` and R's `survfit(conf.type =
 * "log-log")` print them for these data.
 */
const REMISSION: readonly Observation[] = [
  ...[6, 6, 6, 7, 10, 13, 16, 22, 23].map(event),
  ...[6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35].map(censored),
];

/**
 * The same share by Efron's redistribution to the right, which knows no product: each person carries 1/n; who is censored
 * hands her part on, in equal parts, to those who stay on longer; the share after t is what lies beyond t.
 */
function redistributed(observations: readonly Observation[], t: number): Rational {
  const order = [...observations].sort((a, b) => a.days - b.days || Number(b.event) - Number(a.event));
  const mass = order.map(() => rational(1n, BigInt(order.length)));
  let gone = rational(0n);
  order.forEach((one, index) => {
    const own = mass[index] ?? rational(0n);
    const longer = order.length - index - 1;
    if (one.event) gone = one.days <= t ? plus(gone, own) : gone;
    else
      for (let next = index + 1; next < order.length; next += 1)
        mass[next] = plus(mass[next] ?? rational(0n), over(own, rational(BigInt(longer))));
  });
  return rational(gone.denominator - gone.numerator, gone.denominator);
}

describe('survivalTable', () => {
  it('gives the published figures of the remission data', () => {
    expect(
      survivalTable(REMISSION).map(({ t, atRisk, events, share }) => [t, atRisk, events, toDecimal(share, 4)]),
    ).toEqual([
      [6, 21, 3, '0.8571'],
      [7, 17, 1, '0.8067'],
      [10, 15, 1, '0.7529'],
      [13, 12, 1, '0.6902'],
      [16, 11, 1, '0.6275'],
      [22, 7, 1, '0.5378'],
      [23, 6, 1, '0.4482'],
    ]);
    expect(medianOf(survivalTable(REMISSION))).toBe(23);
  });

  it.each([
    [6, 0.6197, 0.9516],
    [7, 0.5631, 0.9228],
    [10, 0.5032, 0.8894],
    [13, 0.4316, 0.8491],
    [16, 0.3675, 0.8049],
    [22, 0.2678, 0.7468],
    [23, 0.1881, 0.6801],
  ])('gives the published log-log interval of the remission data in week %i', (t, low, high) => {
    const { interval } = survivalAt(REMISSION, t);
    expect(interval?.low).toBeCloseTo(low, 4);
    expect(interval?.high).toBeCloseTo(high, 4);
  });

  it('gives the published standard error of the remission data in week 23: 0.1346', () => {
    const step = survivalTable(REMISSION).at(-1);
    expect((0.4482 * Math.sqrt(step?.greenwood ?? 0)).toFixed(4)).toBe('0.1346');
  });

  it('keeps who is censored on a day at risk for the events of that day', () => {
    expect(survivalTable([event(5), censored(5)])[0]).toMatchObject({ atRisk: 2, share: rational(1n, 2n) });
    expect(survivalTable([event(5), censored(4)])[0]).toMatchObject({ atRisk: 1, share: rational(0n) });
  });

  it('has no interval before the first event, and none once everybody is gone', () => {
    expect(survivalAt([event(5), censored(9)], 4)).toEqual({ t: 4, share: rational(1n), interval: null, atRisk: 2 });
    expect(survivalAt([event(5), event(9)], 9)).toMatchObject({ share: rational(0n), interval: null, atRisk: 1 });
  });

  it('has no median while more than half are still there, and has it at exactly one half', () => {
    expect(medianOf(survivalTable([event(1), censored(2), censored(3)]))).toBeNull();
    expect(medianOf(survivalTable([event(1), event(2), censored(3), censored(4)]))).toBe(2);
    expect(medianOf(survivalTable([]))).toBeNull();
  });

  it('agrees, digit for digit, with a redistribution to the right', () => {
    const observation = fc.record({ days: fc.integer({ min: 0, max: 12 }), event: fc.boolean() });
    fc.assert(
      fc.property(
        fc.array(observation, { minLength: 1, maxLength: 14 }),
        fc.integer({ min: 0, max: 13 }),
        (rows, t) => {
          expect(compare(survivalAt(rows, t).share, redistributed(rows, t))).toBe(0);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('never rises, and its interval holds the share', () => {
    const observation = fc.record({ days: fc.integer({ min: 0, max: 400 }), event: fc.boolean() });
    fc.assert(
      fc.property(fc.array(observation, { minLength: 1, maxLength: 60 }), (rows) => {
        const shares = survivalTable(rows);
        for (const [index, step] of shares.entries()) {
          const before = shares[index - 1];
          if (before !== undefined) expect(compare(step.share, before.share)).toBeLessThan(0);
          const { interval, share } = survivalAt(rows, step.t);
          const value = Number(toDecimal(share, 12));
          expect(interval === null || (interval.low < value && value < interval.high)).toBe(true);
        }
      }),
    );
  });
});

describe('isPublishable', () => {
  it.each([
    [10, 5, true],
    [9, 5, false],
    [10, 4, false],
  ])('with %i placements and %i at risk is %s', (placements, atRisk, expected) => {
    expect(isPublishable(placements, atRisk)).toBe(expected);
  });
});
