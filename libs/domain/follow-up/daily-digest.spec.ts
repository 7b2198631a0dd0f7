import { calendar2026 } from '../calendar/calendar-2026.fixture';
import { digestsFor, workingDaysLate, type DigestMilestone } from './daily-digest';

const calendar = calendar2026();
const aMilestone = (changes: Partial<DigestMilestone> = {}): DigestMilestone => ({
  id: 'm1',
  caseworkerId: 'zhang',
  status: 'SCHEDULED',
  dueOn: '2026-07-08',
  lastRemindedOn: null,
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

  it('reminds of a milestone once', () => {
    expect(digestsFor([aMilestone({ lastRemindedOn: '2026-07-08' })], '2026-07-09', calendar)).toEqual([]);
  });

  it('reminds again when a snoozed milestone has a new due day', () => {
    const snoozed = aMilestone({ status: 'SNOOZED', dueOn: '2026-07-10', lastRemindedOn: '2026-07-08' });
    expect(digestsFor([snoozed], '2026-07-10', calendar)).toHaveLength(1);
  });

  it.each(['DONE', 'CANCELLED', 'COVERED', 'DECLINED', 'UNREACHED'] as const)('is silent about %s', (status) => {
    expect(digestsFor([aMilestone({ status })], '2026-07-08', calendar)).toEqual([]);
  });

  it('sends nothing on a day off', () => {
    expect(digestsFor([aMilestone()], '2026-07-11', calendar)).toEqual([]);
  });
});

describe('workingDaysLate', () => {
  it('counts working days after the due day', () => {
    expect(workingDaysLate(aMilestone(), '2026-07-08', calendar)).toBe(0);
    expect(workingDaysLate(aMilestone({ status: 'DUE', dueOn: '2026-07-10' }), '2026-07-13', calendar)).toBe(1);
    expect(workingDaysLate(aMilestone({ status: 'DONE' }), '2026-07-13', calendar)).toBe(0);
  });
});
