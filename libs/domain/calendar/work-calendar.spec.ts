import fc from 'fast-check';
import { addDays } from '../common/day';
import { calendar2026, MAKE_UP_2026 } from './calendar-2026.fixture';

const calendar = calendar2026();

describe('isWorkday', () => {
  it.each(MAKE_UP_2026)('works on the make-up day %s although it is a weekend', (day) => {
    expect(calendar.isWorkday(day)).toBe(true);
    expect(calendar.isProvisional(day)).toBe(false);
  });

  it.each(['2026-01-01', '2026-02-17', '2026-05-04', '2026-10-07', '2026-07-11', '2026-07-12'])('rests on %s', (day) =>
    expect(calendar.isWorkday(day)).toBe(false),
  );

  it.each(['2026-07-08', '2026-02-24', '2026-10-08'])('works on %s', (day) =>
    expect(calendar.isWorkday(day)).toBe(true),
  );

  it('rests on the fixed holidays of a year without a table, and calls it provisional', () => {
    for (const day of ['2027-01-01', '2029-05-01', '2028-05-02', '2029-10-01', '2029-10-02', '2029-10-03']) {
      expect(calendar.isWorkday(day)).toBe(false);
      expect(calendar.isProvisional(day)).toBe(true);
    }
  });

  it('knows only weekends and fixed dates of a year without a table', () => {
    expect(calendar.isWorkday('2027-05-03')).toBe(true);
    expect(calendar.isWorkday('2027-02-06')).toBe(false);
    expect(calendar.isWorkday('2027-02-08')).toBe(true);
  });
});

describe('addWorkingDays', () => {
  it.each([
    ['2026-07-08', 5, '2026-07-15'],
    ['2026-07-08', 0, '2026-07-08'],
    ['2026-02-13', 1, '2026-02-14'],
    ['2026-02-14', 1, '2026-02-24'],
    ['2026-02-24', -1, '2026-02-14'],
    ['2026-09-30', 1, '2026-10-08'],
    ['2026-10-09', 1, '2026-10-10'],
    ['2026-07-12', -2, '2026-07-09'],
    ['2026-12-31', 1, '2027-01-04'],
  ])('%s and %i working days is %s, the day itself not counted', (day, n, expected) => {
    expect(calendar.addWorkingDays(day, n)).toBe(expected);
  });

  it('says that a count into a year without a table is provisional', () => {
    expect(calendar.countWorkingDays('2026-12-30', 1)).toEqual({ day: '2026-12-31', isProvisional: false });
    expect(calendar.countWorkingDays('2026-12-31', 1)).toEqual({ day: '2027-01-04', isProvisional: true });
  });

  it('throws on half a day, since that is a bug', () => {
    expect(() => calendar.addWorkingDays('2026-07-08', 0.5)).toThrow();
  });

  it('lands on a working day and counts back to where it came from', () => {
    const day = fc.integer({ min: 0, max: 3_000 }).map((n) => addDays('2024-01-01', n));
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), (from, n) => {
        const start = calendar.nextWorkday(from);
        const to = calendar.addWorkingDays(start, n);
        expect(calendar.isWorkday(to)).toBe(true);
        expect(calendar.addWorkingDays(to, -n)).toBe(start);
        expect(calendar.workingDaysBetween(start, to)).toBe(n);
        expect(calendar.workingDaysBetween(to, start)).toBe(-n);
      }),
    );
  });
});

describe('nextWorkday and previousWorkday', () => {
  it('leave a working day where it is', () => {
    expect(calendar.nextWorkday('2026-07-08')).toBe('2026-07-08');
    expect(calendar.previousWorkday('2026-07-08')).toBe('2026-07-08');
  });

  it('move a day off forward and backward', () => {
    expect(calendar.nextWorkday('2026-02-15')).toBe('2026-02-24');
    expect(calendar.previousWorkday('2026-02-15')).toBe('2026-02-14');
    expect(calendar.nextWorkday('2027-01-01')).toBe('2027-01-04');
  });
});
