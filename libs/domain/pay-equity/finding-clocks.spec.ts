import { calendar2026 } from '../calendar/calendar-2026.fixture';
import { explains, mayCloseFinding, ACCEPTED_REASONS, NEVER_ACCEPTED_REASONS } from './answer-reasons';
import {
  answerDueOn,
  arbitrationLimitOn,
  escalatesOn,
  inspectionLimitOn,
  isLimitNear,
  isWithinRetaliationWatch,
  needsSlotDecision,
  remedyDueOn,
  type ConfirmedFinding,
} from './finding-clocks';

const calendar = calendar2026();

describe('the terms of a finding', () => {
  it.each([
    ['CRITICAL', '2026-02-25', '2026-02-26', '2026-03-04'],
    ['MAJOR', '2026-02-27', '2026-03-03', '2026-03-16'],
    ['MODERATE', '2026-03-05', '2026-03-12', '2026-03-26'],
  ] as const)(
    'of a %s one told before the Spring Festival skip it and count the make-up days',
    (severity, answer, escalation, remedy) => {
      // prettier-ignore
      const due = answerDueOn(severity, '2026-02-13', calendar);
      expect(due).toBe(answer);
      expect(escalatesOn(severity, due, calendar)).toBe(escalation);
      expect(remedyDueOn(severity, '2026-02-24', { calendar, nextPayDay: null })).toBe(remedy);
    },
  );

  it('let a moderate remedy come with the next payroll, within 30 days', () => {
    const due = (nextPayDay: string) => remedyDueOn('MODERATE', '2026-03-02', { calendar, nextPayDay });
    expect([due('2026-03-15'), due('2026-04-01'), due('2026-04-15'), due('2026-02-15')]).toEqual([
      '2026-03-15',
      '2026-04-01',
      '2026-04-01',
      '2026-04-01',
    ]);
  });
});

describe('the limits of the law', () => {
  it('are two years for the inspection and a year for arbitration', () => {
    expect(inspectionLimitOn('2026-03-31')).toBe('2028-03-31');
    const claim = { knownOn: '2026-03-15', isUnpaidWages: false, employmentEndedOn: null };
    expect(arbitrationLimitOn(claim)).toBe('2027-03-15');
  });

  it('do not run for unpaid wages while the employment lasts', () => {
    const claim = { knownOn: '2026-03-15', isUnpaidWages: true };
    expect(arbitrationLimitOn({ ...claim, employmentEndedOn: null })).toBeNull();
    expect(arbitrationLimitOn({ ...claim, employmentEndedOn: '2026-08-31' })).toBe('2027-08-31');
  });

  it('are warned of 90 days before', () => {
    expect([isLimitNear('2026-06-30', '2026-04-01'), isLimitNear('2026-06-30', '2026-03-31')]).toEqual([true, false]);
  });
});

describe('what follows a finding', () => {
  it('is watched for 90 days', () => {
    const within = (day: string) => isWithinRetaliationWatch('2026-01-01', day);
    expect([within('2025-12-31'), within('2026-01-01'), within('2026-04-01'), within('2026-04-02')]).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  const confirmed = (confirmedOn: string, changes: Partial<ConfirmedFinding> = {}): ConfirmedFinding => ({
    confirmedOn,
    severity: 'MAJOR',
    isRemedied: true,
    ...changes,
  });

  it('is a decision about new slots after three in six months, or one critical without remedy', () => {
    const days = ['2026-02-02', '2026-03-02', '2026-04-02'];
    const needs = (...findings: ConfirmedFinding[]) => needsSlotDecision(findings, '2026-08-01');
    expect(needs(...days.map((day) => confirmed(day)))).toBe(true);
    expect(needs(...days.slice(1).map((day) => confirmed(day)))).toBe(false);
    expect(needs(...['2026-02-01', ...days.slice(1)].map((day) => confirmed(day)))).toBe(false);
    expect(needs(confirmed('2026-07-01', { severity: 'CRITICAL', isRemedied: false }))).toBe(true);
    expect(needs(confirmed('2026-07-01', { severity: 'CRITICAL' }))).toBe(false);
  });
});

describe('an enterprise’s answer', () => {
  it.each(ACCEPTED_REASONS)('explains by %s with evidence, and not without', (reason) => {
    expect([explains(reason, true), explains(reason, false)]).toEqual([true, false]);
  });

  it.each([...NEVER_ACCEPTED_REASONS, 'OTHER'])('never explains by %s', (reason) => {
    expect(explains(reason, true)).toBe(false);
  });
});

describe('closing a finding', () => {
  const people = { triagedBy: 'ann', caseworker: 'bea', isEscalated: true };

  it('is another person’s once it was escalated', () => {
    expect(['ann', 'bea', 'cid'].map((one) => mayCloseFinding(one, people))).toEqual([false, false, true]);
    expect(mayCloseFinding('ann', { ...people, isEscalated: false })).toBe(true);
  });
});
