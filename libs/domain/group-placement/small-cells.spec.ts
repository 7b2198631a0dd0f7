import * as fc from 'fast-check';
import { isSumPrintable, printableCounts } from './small-cells';

describe('printableCounts', () => {
  it.each<[number[], (number | null)[]]>([
    [[5, 12], [5, 12]], // prettier-ignore
    [[4, 12, 20], [null, null, 20]], // prettier-ignore
    [[4, 3, 20], [null, null, 20]], // prettier-ignore
    [[0, 4, 9], [0, null, null]], // prettier-ignore
    [[4], [null]],
    [[], []],
  ])('prints of %j what is %j', (counts, expected) => {
    expect(printableCounts(counts)).toEqual(expected);
  });

  it('never leaves exactly one count out beside others: it could be worked out from the sum', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 8 }), (counts) => {
        const shown = printableCounts(counts);
        const hidden = counts.filter((_, at) => shown[at] === null);
        if (hidden.length === 1) expect(counts.filter((count) => count > 0)).toEqual(hidden);
        expect(shown.every((count) => count === null || count === 0 || count >= 5)).toBe(true);
      }),
    );
  });
});

describe('isSumPrintable', () => {
  it.each<[number[], boolean]>([
    [[], true],
    [[0, 0], true],
    [[4], false],
    [[5], true],
    [[2, 2], false],
    [[2, 3], true],
  ])('of %j says %s', (counts, expected) => {
    expect(isSumPrintable(counts)).toBe(expected);
  });
});
