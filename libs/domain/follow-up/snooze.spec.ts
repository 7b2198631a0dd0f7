import { calendar2026 } from '../calendar/calendar-2026.fixture';
import { MilestoneStatus } from './milestone-lifecycle';
import { checkedSnooze, latestSnooze, windowEnd, type SnoozedMilestone } from './snooze';

const calendar = calendar2026();
/** Due on Wednesday 8 July 2026; its window ends on Wednesday 15 July. */
const aMilestone = (changes: Partial<SnoozedMilestone> = {}): SnoozedMilestone => ({
  status: 'DUE',
  dueOn: '2026-07-08',
  windowWorkingDays: 5,
  snoozes: 0,
  ...changes,
});
const codes = (milestone: SnoozedMilestone, until: string, today = '2026-07-08') => {
  const outcome = checkedSnooze(milestone, until, today, calendar);
  return outcome.ok ? 'OK' : outcome.refusals.map(({ code }) => code).join();
};

describe('checkedSnooze', () => {
  it.each([
    ['the next working day', '2026-07-09', 'OK'],
    ['three working days ahead', '2026-07-13', 'OK'],
    ['four working days ahead', '2026-07-14', 'TOO_FAR'],
    ['a Saturday', '2026-07-11', 'NOT_A_WORKDAY'],
    ['today', '2026-07-08', 'NOT_LATER'],
    ['yesterday', '2026-07-07', 'NOT_LATER'],
  ])('to %s (%s) is %s', (_, until, expected) => {
    expect(codes(aMilestone(), until)).toBe(expected);
  });

  it('goes to the last day of the window and not past it', () => {
    expect(windowEnd(aMilestone(), calendar)).toBe('2026-07-15');
    expect(codes(aMilestone(), '2026-07-15', '2026-07-13')).toBe('OK');
    expect(codes(aMilestone(), '2026-07-16', '2026-07-13')).toBe('AFTER_WINDOW');
  });

  it('is given twice, not three times', () => {
    expect(codes(aMilestone({ snoozes: 1 }), '2026-07-09')).toBe('OK');
    expect(codes(aMilestone({ snoozes: 2 }), '2026-07-09')).toBe('SNOOZED_OUT');
  });

  it.each(Object.values(MilestoneStatus).filter((status) => status !== 'DUE'))(
    'is refused in the state %s',
    (status) => {
      expect(codes(aMilestone({ status }), '2026-07-09')).toBe('WRONG_STATE');
      expect(latestSnooze(aMilestone({ status }), '2026-07-08', calendar)).toBeNull();
    },
  );
});

describe('latestSnooze', () => {
  it.each([
    ['2026-07-08', '2026-07-13'],
    ['2026-07-13', '2026-07-15'],
    ['2026-07-14', '2026-07-15'],
    ['2026-07-15', null],
    ['2026-07-20', null],
  ])('on %s is %s', (today, expected) => {
    expect(latestSnooze(aMilestone(), today, calendar)).toBe(expected);
  });
});
