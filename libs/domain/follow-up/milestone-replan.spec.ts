import { calendar2026, TABLE_2026 } from '../calendar/calendar-2026.fixture';
import { WorkCalendar } from '../calendar/work-calendar';
import { planMilestones } from './milestone-plan';
import { DEFAULT_MILESTONE_TEMPLATE } from './milestone-template';
import { replanned, type StandingMilestone } from './milestone-replan';

const calendar = calendar2026();
const TODAY = '2026-03-02';
const standing = (start: string, changes: Readonly<Record<string, Partial<StandingMilestone>>> = {}) =>
  planMilestones(start, calendar, TODAY).map((planned): StandingMilestone => ({
    ...planned,
    id: planned.code,
    ...changes[planned.code],
  }));

describe('replanned', () => {
  it('changes nothing where start and calendar are the same', () => {
    expect(replanned(standing('2026-03-16'), '2026-03-16', calendar, TODAY)).toEqual([]);
  });

  it('moves what is still to come with the start, and leaves what is due, done or over', () => {
    const before = standing('2026-03-16', {
      PRE: { status: 'DONE' },
      D1: { status: 'DUE' },
      M4: { status: 'DECLINED' },
    });
    const changes = replanned(before, '2026-03-23', calendar, TODAY);
    const codes = changes.map(({ id }) => id);
    expect(codes).not.toEqual(expect.arrayContaining(['PRE']));
    expect(['PRE', 'D1', 'M4'].filter((code) => codes.includes(code))).toEqual([]);
    expect(changes.find(({ id }) => id === 'W1')).toMatchObject({ rawOn: '2026-03-30', dueOn: '2026-03-30' });
  });

  it('does not let a contact that took place cover one that is still to come', () => {
    const open = standing('2026-03-16').filter(({ status }) => status === 'COVERED');
    expect(open.map(({ code }) => code)).toContain('M3');
    const before = standing('2026-03-16', { M3: { status: 'SCHEDULED' }, D90: { status: 'DONE' } });
    expect(replanned(before, '2026-03-16', calendar, TODAY)).toEqual([]);
  });

  it('moves and settles provisional days when the year’s table is there', () => {
    const before = standing('2026-12-07');
    const loaded = new WorkCalendar({
      isOff: new Map([...TABLE_2026.isOff, ['2027-01-07', true], ['2027-01-01', true]]),
      listedYears: new Set([2026, 2027]),
    });
    expect(before.find(({ code }) => code === 'M1')).toMatchObject({ dueOn: '2027-01-07', isProvisional: true });
    const changes = replanned(before, '2026-12-07', loaded, TODAY);
    expect(changes.find(({ id }) => id === 'M1')).toMatchObject({ dueOn: '2027-01-08', isProvisional: false });
    expect(changes.some(({ id }) => id === 'D1')).toBe(false);
  });

  it('calls off what the template no longer has, and leaves what has come due', () => {
    const template = DEFAULT_MILESTONE_TEMPLATE.filter(({ code }) => code !== 'M4' && code !== 'M5');
    const before = standing('2026-03-16', { M5: { status: 'DUE' } });
    const changes = replanned(before, '2026-03-16', calendar, TODAY, template);
    expect(changes.map(({ id, status }) => [id, status])).toEqual([['M4', 'CANCELLED']]);
  });

  it('takes over another window and way of contact', () => {
    const template = DEFAULT_MILESTONE_TEMPLATE.map((row) =>
      row.code === 'M2' ? { ...row, windowWorkingDays: 8, channel: 'WECHAT' as const } : row,
    );
    const changes = replanned(standing('2026-03-16'), '2026-03-16', calendar, TODAY, template);
    expect(changes).toEqual([expect.objectContaining({ id: 'M2', windowWorkingDays: 8, channel: 'WECHAT' })]);
  });
});
