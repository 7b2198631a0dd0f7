import { calendar2026 } from '../calendar/calendar-2026.fixture';
import { taskDueOn } from './follow-up-tasks';

const calendar = calendar2026();

describe('taskDueOn', () => {
  it.each([
    ['JOB_LOSS_CONTACT', '2026-07-08', '2026-07-10'],
    ['FINAL_PAY_CHECK', '2026-07-10', '2026-07-14'],
    ['NEEDS_REVIEW', '2026-07-08', '2026-07-15'],
    ['NEW_PROPOSAL', '2026-07-08', '2026-08-07'],
    ['BENEFITS_CHECK', '2026-09-30', '2026-10-13'],
    ['CONTACT_WANTED', '2026-02-13', '2026-02-14'],
  ] as const)('of %s that begins on %s is %s', (kind, from, expected) => {
    expect(taskDueOn(kind, from, calendar)).toBe(expected);
  });
});
