import {
  addDays,
  addMonths,
  dayOf,
  daysBetween,
  isDay,
  isMonth,
  lastDayOf,
  monthOf,
  startOfDay,
  weekdayOf,
} from './day';

describe('isDay', () => {
  it.each(['2026-01-01', '2024-02-29', '1999-12-31'])('takes %s', (text) => expect(isDay(text)).toBe(true));
  it.each(['2026-02-29', '2026-13-01', '2026-4-1', '2026-04-31', '', '2026-01-01T00:00'])('refuses %s', (text) =>
    expect(isDay(text)).toBe(false),
  );
});

describe('addDays', () => {
  it('crosses months, leap days and years both ways', () => {
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  });

  it('throws on what is not a day, since that is a bug', () => {
    expect(() => addDays('soon', 1)).toThrow('Not a calendar day');
  });
});

describe('addMonths', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-06-15', 12, '2027-06-15'],
  ])('%s and %i months is %s', (day, n, expected) => expect(addMonths(day, n)).toBe(expected));
});

describe('days in Asia/Shanghai', () => {
  it('begins a day eight hours before midnight UTC', () => {
    expect(startOfDay('2026-07-08').toISOString()).toBe('2026-07-07T16:00:00.000Z');
    expect(dayOf(new Date('2026-07-07T15:59:59.999Z'))).toBe('2026-07-07');
    expect(dayOf(new Date('2026-07-07T16:00:00.000Z'))).toBe('2026-07-08');
  });

  it('counts days, names months and weekdays', () => {
    expect(daysBetween('2026-07-08', '2026-07-01')).toBe(-7);
    expect(monthOf('2026-07-08')).toBe('2026-07');
    expect(lastDayOf('2024-02')).toBe('2024-02-29');
    expect(isMonth('2026-13')).toBe(false);
    expect(weekdayOf('2026-07-08')).toBe(3);
  });
});
