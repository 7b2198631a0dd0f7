import { drawsFrom } from './statistics/seeded-draws';
import { aLine, anInput } from './pay-check.fixture';
import { checkPay } from './pay-check';

/** Two people in three lie within one of these of the mean. */
const MEAN_FEN = 320_000;
const ROUNDS = 1_000;

describe('the evidence of a gap where nobody is paid unfairly', () => {
  /** The share of clients whose gap is above 5 %, and of those with more than weak evidence, among colleagues of this spread. */
  function alarms(m: number, spread: number): { bare: number; guarded: number } {
    const draws = drawsFrom(20_260_101 + m * 100 + Math.round(spread * 1_000));
    const unit = (): number => (draws.below(1_000_000) + 0.5) / 1_000_000;
    const pay = (): number => {
      const normal = Math.sqrt(-2 * Math.log(unit())) * Math.cos(2 * Math.PI * unit());
      return Math.round(MEAN_FEN * (1 + spread * normal));
    };
    let [bare, guarded] = [0, 0];
    for (let round = 0; round < ROUNDS; round += 1) {
      const line = aLine({ baseFen: pay(), allowances: [], bonusFen: 0 });
      const comparators = Array.from({ length: m }, (_, index) => ({ ...line, baseFen: pay(), ref: `E-${index}` }));
      // The worst case: the month before said the same.
      const previous = { gapPerMille: 80, strictlyLowest: true };
      const { verdict, evidence } = checkPay(anInput({ line, comparators, previous })).comparator;
      if (verdict !== 'DISPARITY') continue;
      bare += 1;
      if (evidence !== 'WEAK') guarded += 1;
    }
    return { bare: bare / ROUNDS, guarded: guarded / ROUNDS };
  }

  it.each([
    [5, 0.02],
    [5, 0.06],
    [5, 0.08],
    [7, 0.06],
  ])('with %i colleagues at a spread of %f is seldom more than weak, where a bare 5 %% would often be', (m, spread) => {
    const { bare, guarded } = alarms(m, spread);
    // The specification's bounds, with the error of a sample of this size on top.
    expect(guarded).toBeLessThanOrEqual((m >= 7 ? 0.019 : 0.041) + 0.014);
    if (spread >= 0.06) expect(bare).toBeGreaterThan(0.15);
  });
});
