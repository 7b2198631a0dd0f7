import { checkedHolidayYear, type HolidayDay } from './holiday-year';

const off = (day: string): HolidayDay => ({ day, isOff: true });
const work = (day: string): HolidayDay => ({ day, isOff: false });
const FIXED = ['2027-01-01', '2027-05-01', '2027-05-02', '2027-10-01', '2027-10-02', '2027-10-03'].map(off);
const codes = (days: readonly HolidayDay[], year = 2027) => {
  const outcome = checkedHolidayYear({ year, days });
  return outcome.ok ? 'OK' : outcome.refusals.map(({ code }) => code).join();
};

describe('checkedHolidayYear', () => {
  it('takes a year with its fixed holidays, further days off, and make-up days on weekends', () => {
    expect(codes(FIXED)).toBe('OK');
    expect(codes([...FIXED, off('2027-02-08'), work('2027-02-14')])).toBe('OK');
  });

  it.each<[string, readonly HolidayDay[], string]>([
    ['without New Year’s Day', FIXED.slice(1), 'FIXED_HOLIDAY_MISSING'],
    ['with New Year’s Day as a working day', [work('2027-01-01'), ...FIXED.slice(1)], 'MAKE_UP_ON_WEEKDAY,FIXED_HOLIDAY_MISSING'], // prettier-ignore
    ['with a make-up day on a Monday', [...FIXED, work('2027-02-15')], 'MAKE_UP_ON_WEEKDAY'],
    ['with a day of another year', [...FIXED, off('2026-12-31')], 'OTHER_YEAR'],
    ['with a day twice', [...FIXED, off('2027-01-01')], 'DAY_TWICE'],
    ['with a day that is none', [...FIXED, off('2027-02-30')], 'NOT_A_DATE'],
  ])('refuses a year %s', (_, days, expected) => {
    expect(codes(days)).toBe(expected);
  });

  it.each([2023, 2101, 2027.5])('refuses the year %s', (year) => {
    expect(codes(FIXED, year)).toContain('YEAR_OUT_OF_RANGE');
  });
});
