import { calendar2026 } from '../calendar/calendar-2026.fixture';
import { mayBecome, pairsOf, statesOf } from '../common/lifecycle';
import { answerDueOn, complaintLifecycle, mayReopen } from './complaint';

const ALLOWED = [
  'RECEIVED>IN_REVIEW',
  'IN_REVIEW>ANSWERED',
  'ANSWERED>CLOSED',
  'ANSWERED>IN_REVIEW',
  'CLOSED>IN_REVIEW',
];

describe('the lifecycle of a complaint', () => {
  it.each(pairsOf(complaintLifecycle))('%s to %s', (from, to) => {
    expect(mayBecome(complaintLifecycle, from, to)).toBe(ALLOWED.includes(`${from}>${to}`));
  });

  it.each(statesOf(complaintLifecycle))('is reopened from %s once at most', (status) => {
    const isEnded = status === 'ANSWERED' || status === 'CLOSED';
    expect(mayReopen({ status, wasReopened: false })).toBe(isEnded);
    expect(mayReopen({ status, wasReopened: true })).toBe(false);
  });

  it('is to be answered within ten working days, days off not counted', () => {
    expect(answerDueOn('2026-03-02', calendar2026())).toBe('2026-03-16');
    expect(answerDueOn('2026-09-28', calendar2026()) > '2026-10-12').toBe(true);
  });
});
