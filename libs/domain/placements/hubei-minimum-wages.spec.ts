import { HUBEI_MINIMUM_WAGES, hubeiMinimumWageOn } from './hubei-minimum-wages';

describe('the minimum wages of Hubei', () => {
  it('hold every tier of six notices, and only the one that was read counts as verified', () => {
    expect(HUBEI_MINIMUM_WAGES).toHaveLength(3 + 3 + 4 * 4);
    const verified = HUBEI_MINIMUM_WAGES.filter(({ isVerified }) => isVerified);
    expect(new Set(verified.map(({ effectiveFrom }) => effectiveFrom))).toEqual(new Set(['2025-12-01']));
  });

  it.each([
    [3, '2025-11-30', 180_000, 1_800],
    [3, '2025-12-01', 197_000, 2_000],
    [2, '2025-12-01', 213_000, 2_150],
    [4, '2023-12-31', 152_000, 1_500],
    [1, '2016-01-01', 155_000, null],
    [4, '2010-05-01', 60_000, 650],
  ])('of tier %i on %s are %i fen a month and %s an hour', (tier, day, monthlyFen, hourlyFen) => {
    expect(hubeiMinimumWageOn(tier, day)).toMatchObject({ monthlyFen, hourlyFen });
  });

  it('say nothing of days before the first notice', () => {
    expect(hubeiMinimumWageOn(1, '2010-04-30')).toBeUndefined();
  });
});
