import { WorkCalendar } from '#domain/calendar/work-calendar';
import { latestDuePayroll, latestPeriodToRun, payrollDeadline } from './payroll-deadline';

const calendar = new WorkCalendar({ isOff: new Map(), listedYears: new Set([2026]) });

describe('payrollDeadline', () => {
  it.each([
    ['2026-06', '2026-07-20'],
    ['2026-12', '2027-01-20'],
  ])('of %s is %s', (period, deadline) => {
    expect(payrollDeadline(period)).toBe(deadline);
  });
});

describe('latestPeriodToRun', () => {
  // 2026-07-20 is a Monday: the fifth working day after it is Monday the 27th.
  it.each([
    ['2026-07-26', '2026-05'],
    ['2026-07-27', '2026-06'],
    ['2026-08-01', '2026-06'],
  ])('on %s is %s', (today, period) => {
    expect(latestPeriodToRun(today, calendar)).toBe(period);
  });
});

describe('latestDuePayroll', () => {
  it.each([
    ['2026-07-20', '2026-05', '2026-06-20'],
    ['2026-07-21', '2026-06', '2026-07-20'],
    ['2027-01-21', '2026-12', '2027-01-20'],
  ])('on %s is %s, which was due on %s', (today, period, deadline) => {
    expect(latestDuePayroll(today)).toEqual({ period, deadline });
  });
});
