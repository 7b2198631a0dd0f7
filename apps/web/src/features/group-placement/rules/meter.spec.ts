import { meterOf } from './meter';

describe('the meter of diversity', () => {
  it('puts the limit in the middle, and what lies at it on it', () => {
    expect(meterOf(250, 250)).toEqual({ at: 50, limitAt: 50, isOver: false });
    expect(meterOf(116, 250)).toEqual({ at: 23.2, limitAt: 50, isOver: false });
  });

  it('says what is over the limit from the first thousandth, and never leaves its track', () => {
    expect(meterOf(251, 250).isOver).toBe(true);
    expect(meterOf(1_000, 250).at).toBe(100);
    expect(meterOf(0, 250).at).toBe(0);
  });
});
