import { calendar2026 } from '../calendar/calendar-2026.fixture';
import { rungReached, waitsFrom } from './reminder-ladder';

const calendar = calendar2026();
/** Due on Wednesday 8 July 2026. */
const aMilestone = (code = 'M2', snoozedUntil: string | null = null) => ({ code, dueOn: '2026-07-08', snoozedUntil });

describe('rungReached', () => {
  it.each([
    ['M2', '2026-07-07', null],
    ['M2', '2026-07-08', 'CASEWORKER'],
    ['M2', '2026-07-09', 'CASEWORKER_AGAIN'],
    ['M2', '2026-07-10', 'SUPERVISOR_DIGEST'],
    ['M2', '2026-07-14', 'SUPERVISOR_DIGEST'],
    ['M2', '2026-07-15', 'COORDINATOR_LIST'],
    ['D1', '2026-07-08', 'CASEWORKER'],
    ['D1', '2026-07-09', 'SUPERVISOR_DIGEST'],
    ['D1', '2026-07-14', 'SUPERVISOR_DIGEST'],
    ['D1', '2026-07-15', 'COORDINATOR_LIST'],
  ])('of %s on %s is %s', (code, today, expected) => {
    expect(rungReached(aMilestone(code), today, calendar)).toBe(expected);
  });

  it('begins anew on the day to which it was put off', () => {
    const snoozed = aMilestone('M2', '2026-07-13');
    expect(waitsFrom(snoozed)).toBe('2026-07-13');
    expect(rungReached(snoozed, '2026-07-10', calendar)).toBeNull();
    expect(rungReached(snoozed, '2026-07-14', calendar)).toBe('CASEWORKER_AGAIN');
  });

  it('counts a make-up Saturday and passes over a holiday', () => {
    const eve = { code: 'M2', dueOn: '2026-02-13', snoozedUntil: null };
    expect(rungReached(eve, '2026-02-14', calendar)).toBe('CASEWORKER_AGAIN');
    expect(rungReached(eve, '2026-02-23', calendar)).toBe('CASEWORKER_AGAIN');
    expect(rungReached(eve, '2026-02-24', calendar)).toBe('SUPERVISOR_DIGEST');
  });
});
