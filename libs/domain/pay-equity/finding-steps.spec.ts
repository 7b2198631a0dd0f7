import fc from 'fast-check';
import { statesOf } from '../common/lifecycle';
import { ACCEPTED_REASONS, NEVER_ACCEPTED_REASONS } from './answer-reasons';
import { dueStep, MOVED_BY_DAYS, type DueFinding } from './finding-due';
import { PAY_FINDING_LIFECYCLE } from './finding-lifecycle';
import { actsOf, DISPUTE_REASONS, isPayCut, mayStep, refusalOfAnswer, type SteppedFinding } from './finding-steps';

const TODAY = '2026-10-14';

const finding = (changes: Partial<SteppedFinding> = {}): SteppedFinding => ({
  status: 'DETECTED',
  shortfallFen: 9_000,
  referralAnswer: null,
  appealedBy: null,
  appealUntil: null,
  ...changes,
});
const acts = (
  changes: Partial<SteppedFinding>,
  role: 'CASEWORKER' | 'SUPERVISOR' | 'CLIENT' | 'ENTERPRISE_HR',
  mayDecide = true,
) => actsOf(finding(changes), { role, mayDecide, today: TODAY });

describe('what somebody can do with a finding', () => {
  it.each([
    ['CASEWORKER', 'DETECTED', ['ASK_CLIENT', 'DISMISS']],
    ['CASEWORKER', 'RESPONDED', ['REVIEW']],
    ['CASEWORKER', 'NO_RESPONSE', ['REVIEW']],
    ['CASEWORKER', 'ESCALATED', []],
    ['SUPERVISOR', 'ESCALATED', ['DECIDE', 'ASK_REFERRAL']],
    ['SUPERVISOR', 'DETECTED', []],
    ['SUPERVISOR', 'REFERRED', ['CLOSE']],
    ['CLIENT', 'AWAITING_CLIENT_CONSENT', ['ANSWER_CONSENT']],
    ['CLIENT', 'NOTIFIED', []],
    ['ENTERPRISE_HR', 'NOTIFIED', ['ANSWER']],
    ['ENTERPRISE_HR', 'RESPONDED', []],
  ] as const)('is for %s of one in %s %j', (role, status, expected) => {
    expect(acts({ status }, role)).toEqual(expected);
  });

  it('is nothing for a supervisor who triaged it herself', () => {
    expect(acts({ status: 'ESCALATED' }, 'SUPERVISOR', false)).toEqual([]);
  });

  it('is to hand it on once the client agreed, and not to ask her twice', () => {
    expect(acts({ status: 'ESCALATED', referralAnswer: 'GIVEN' }, 'SUPERVISOR')).toEqual(['REFER', 'DECIDE']);
    expect(acts({ status: 'ESCALATED', referralAnswer: 'DECLINED' }, 'SUPERVISOR')).toEqual(['DECIDE']);
    expect(acts({ status: 'ESCALATED', referralAnswer: 'ASKED' }, 'CLIENT')).toEqual(['ANSWER_REFERRAL']);
  });

  it('is to confirm a remedy only where no amount is owed', () => {
    expect(acts({ status: 'REMEDY_PENDING' }, 'CASEWORKER')).toEqual([]);
    expect(acts({ status: 'REMEDY_PENDING', shortfallFen: 0 }, 'CASEWORKER')).toEqual(['CONFIRM_PUT_RIGHT']);
  });

  it.each([
    ['CLIENT', 'DISMISSED', TODAY, null, true],
    ['CLIENT', 'DISMISSED', '2026-10-13', null, false],
    ['CLIENT', 'DISMISSED', TODAY, 'ENTERPRISE', false],
    ['CLIENT', 'REMEDY_PENDING', TODAY, null, false],
    ['ENTERPRISE_HR', 'REMEDY_PENDING', TODAY, null, true],
    ['ENTERPRISE_HR', 'RESOLVED_PAID', TODAY, null, false],
  ] as const)(
    'is an appeal for %s in %s until %s, appealed by %s: %s',
    (role, status, appealUntil, appealedBy, may) => {
      expect(acts({ status, appealUntil, appealedBy }, role)).toEqual(may ? ['APPEAL'] : []);
    },
  );
});

describe('an enterprise’s answer to a finding', () => {
  it.each(ACCEPTED_REASONS)('explains by %s with a paper only', (reason) => {
    expect([refusalOfAnswer('EXPLAINED', reason, true), refusalOfAnswer('EXPLAINED', reason, false)]).toEqual([
      null,
      'EVIDENCE_REQUIRED',
    ]);
  });

  it.each([...NEVER_ACCEPTED_REASONS, ...DISPUTE_REASONS])('never explains by %s', (reason) => {
    expect(refusalOfAnswer('EXPLAINED', reason, true)).toBe('REASON_NOT_ACCEPTED');
  });

  it('needs a reason for a dispute and none for paying', () => {
    expect(refusalOfAnswer('DISPUTED', null, false)).toBe('REASON_REQUIRED');
    expect(refusalOfAnswer('DISPUTED', 'NOT_DUE', false)).toBeNull();
    expect(refusalOfAnswer('ACCEPTED', null, false)).toBeNull();
  });
});

describe('a day that passed', () => {
  const due = (changes: Partial<DueFinding>) =>
    dueStep({ status: 'NOTIFIED', dueOn: '2026-10-13', isConsentLive: true, appealUntil: null, ...changes }, TODAY);

  it.each([
    ['AWAITING_CLIENT_CONSENT', 'CLOSED', 'NO_CONSENT_ANSWER'],
    ['NOTIFIED', 'NO_RESPONSE', 'NO_ANSWER'],
    ['NO_RESPONSE', 'ESCALATED', 'NO_ANSWER'],
    ['REMEDY_PENDING', 'ESCALATED', 'UNREMEDIED'],
  ] as const)('of %s leads to %s, and its last day is inside', (status, to, reason) => {
    expect(due({ status })).toEqual({ to, reason });
    expect(due({ status, dueOn: TODAY })).toBeNull();
  });

  it('closes what is told once the consent is gone, whatever its day', () => {
    expect(due({ dueOn: '2027-01-01', isConsentLive: false })).toEqual({ to: 'CLOSED', reason: 'CONSENT_WITHDRAWN' });
    expect(due({ status: 'REMEDY_PENDING', dueOn: TODAY, isConsentLive: false })).toBeNull();
  });

  it('closes a result after the time for an appeal', () => {
    const over = (appealUntil: string | null) => due({ status: 'RESOLVED_PAID', dueOn: null, appealUntil })?.to ?? null;
    expect([over(null), over('2026-10-13'), over(TODAY)]).toEqual(['CLOSED', 'CLOSED', null]);
  });

  it('never leads where the lifecycle does not, nor moves what waits for a person', () => {
    const states = statesOf(PAY_FINDING_LIFECYCLE);
    for (const status of states) {
      for (const isConsentLive of [true, false]) {
        const step = due({ status, isConsentLive });
        if (step === null) continue;
        expect(MOVED_BY_DAYS).toContain(status);
        const viaReview =
          status === 'NO_RESPONSE' && mayStep(status, 'UNDER_REVIEW') && mayStep('UNDER_REVIEW', step.to);
        expect(mayStep(status, step.to) || viaReview).toBe(true);
      }
    }
  });
});

describe('a pay cut', () => {
  const full = (baseFen: number, unpaidLeaveDays = 0) => ({ baseFen, scheduledDays: 22, unpaidLeaveDays });

  it('is less basic pay for a whole month, days not worked aside', () => {
    expect(isPayCut(full(200_000), full(199_990))).toBe(true);
    expect(isPayCut(full(200_000), full(200_000))).toBe(false);
    expect(isPayCut(full(200_000), full(100_000, 11))).toBe(false);
    expect(isPayCut(full(100_000, 11), full(199_000))).toBe(true);
  });

  it('is none for any attendance at the same rate', () => {
    const days = fc.integer({ min: 0, max: 42 }).map((halves) => halves / 2);
    const earned = (monthly: number, away: number) => Math.round((monthly * (22 * 2 - away * 2)) / (22 * 2));
    fc.assert(
      fc.property(fc.integer({ min: 100_000, max: 2_000_000 }), days, (monthly, away) => {
        expect(isPayCut(full(monthly), full(earned(monthly, away), away))).toBe(false);
      }),
    );
  });
});
