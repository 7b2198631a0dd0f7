import { calendar2026 } from '../calendar/calendar-2026.fixture';
import { digestsFor, escalatedOn, workingDaysLate, type DigestMilestone } from './daily-digest';

const calendar = calendar2026();
const aMilestone = (changes: Partial<DigestMilestone> = {}): DigestMilestone => ({
  id: 'm1',
  code: 'M2',
  caseworkerId: 'zhang',
  status: 'SCHEDULED',
  dueOn: '2026-07-08',
  snoozedUntil: null,
  lastRemindedOn: null,
  escalatedOn: null,
  ...changes,
});

describe('digestsFor', () => {
  it('puts all due milestones of a caseworker into one mail', () => {
    const milestones = [aMilestone({ id: 'm2' }), aMilestone(), aMilestone({ id: 'm3', caseworkerId: 'luo' })];
    expect(digestsFor(milestones, '2026-07-08', calendar)).toEqual([
      { caseworkerId: 'luo', day: '2026-07-08', milestoneIds: ['m3'] },
      { caseworkerId: 'zhang', day: '2026-07-08', milestoneIds: ['m1', 'm2'] },
    ]);
  });

  it('says nothing the day before, and makes up for a day that was lost', () => {
    expect(digestsFor([aMilestone()], '2026-07-07', calendar)).toEqual([]);
    expect(digestsFor([aMilestone()], '2026-07-09', calendar)).toHaveLength(1);
  });

  it('reminds of a milestone on its day, once more a working day later, and never again', () => {
    const reminded = (lastRemindedOn: string, today: string) =>
      digestsFor([aMilestone({ lastRemindedOn })], today, calendar).length;
    expect(reminded('2026-07-08', '2026-07-08')).toBe(0);
    expect(reminded('2026-07-08', '2026-07-09')).toBe(1);
    expect(reminded('2026-07-09', '2026-07-10')).toBe(0);
    expect(reminded('2026-07-09', '2026-07-31')).toBe(0);
  });

  it('waits with the second reminder over a weekend', () => {
    const friday = aMilestone({ dueOn: '2026-07-10', lastRemindedOn: '2026-07-10' });
    expect(digestsFor([friday], '2026-07-11', calendar)).toEqual([]);
    expect(digestsFor([friday], '2026-07-13', calendar)).toHaveLength(1);
  });

  it('begins anew on the day to which a milestone was put off, and is silent until then', () => {
    const snoozed = aMilestone({ status: 'SNOOZED', snoozedUntil: '2026-07-10', lastRemindedOn: '2026-07-08' });
    expect(digestsFor([snoozed], '2026-07-09', calendar)).toEqual([]);
    expect(digestsFor([snoozed], '2026-07-10', calendar)).toHaveLength(1);
  });

  it.each(['DONE', 'CANCELLED', 'COVERED', 'DECLINED', 'UNREACHED'] as const)('is silent about %s', (status) => {
    expect(digestsFor([aMilestone({ status })], '2026-07-08', calendar)).toEqual([]);
  });

  it('sends nothing on a day off', () => {
    expect(digestsFor([aMilestone()], '2026-07-11', calendar)).toEqual([]);
  });
});

describe('escalatedOn', () => {
  const told = (changes: Partial<DigestMilestone>, today: string) =>
    escalatedOn([aMilestone({ status: 'DUE', ...changes })], today, calendar).length === 1;

  it.each([
    ['M2', '2026-07-09', false],
    ['M2', '2026-07-10', true],
    ['D365', '2026-07-10', true],
    ['W1', '2026-07-09', false],
    ['PRE', '2026-07-08', false],
    ['PRE', '2026-07-09', true],
    ['D1', '2026-07-09', true],
    ['D3', '2026-07-09', true],
  ])('of %s, due on Wednesday 8 July, on %s: %s', (code, today, expected) => {
    expect(told({ code }, today)).toBe(expected);
  });

  it('tells a second time on the fifth working day, when it reaches the list, and then no more', () => {
    expect(told({ escalatedOn: '2026-07-10' }, '2026-07-14')).toBe(false);
    expect(told({ escalatedOn: '2026-07-10' }, '2026-07-15')).toBe(true);
    expect(told({ escalatedOn: '2026-07-15' }, '2026-07-16')).toBe(false);
  });

  it('makes up for a day that was lost, with one telling', () => {
    expect(told({}, '2026-07-20')).toBe(true);
    expect(told({ escalatedOn: '2026-07-20' }, '2026-07-21')).toBe(false);
  });

  it('is silent on a day off and of what is no longer open', () => {
    expect(told({}, '2026-07-11')).toBe(false);
    expect(told({ status: 'DONE' }, '2026-07-13')).toBe(false);
    expect(told({ status: 'DECLINED' }, '2026-07-13')).toBe(false);
    expect(told({ status: 'UNREACHED' }, '2026-07-13')).toBe(false);
  });

  it('names a milestone once, though two people are reminded of it', () => {
    const twice = [aMilestone({ status: 'DUE' }), aMilestone({ status: 'DUE', caseworkerId: 'deputy' })];
    expect(escalatedOn(twice, '2026-07-10', calendar)).toEqual(['m1']);
  });
});

describe('workingDaysLate', () => {
  it('counts working days after the due day', () => {
    expect(workingDaysLate(aMilestone(), '2026-07-08', calendar)).toBe(0);
    expect(workingDaysLate(aMilestone({ status: 'DUE', dueOn: '2026-07-10' }), '2026-07-13', calendar)).toBe(1);
    expect(workingDaysLate(aMilestone({ status: 'DONE' }), '2026-07-13', calendar)).toBe(0);
  });
});
