import { calendar2026 } from '../calendar/calendar-2026.fixture';
import type { Day } from '../common/day';
import { draftMilestones, planMilestones } from './milestone-plan';
import type { MilestoneCode } from './milestone-template';

const calendar = calendar2026();

const draftOf = (start: Day, code: MilestoneCode) => draftMilestones(start, calendar).find((one) => one.code === code);
const planOf = (start: Day, today: Day) =>
  new Map(planMilestones(start, calendar, today).map((one) => [one.code, one]));

describe('draftMilestones', () => {
  it('lists all 21 milestones of a placement', () => {
    const codes = draftMilestones('2026-03-02', calendar).map((one) => one.code);
    expect(codes.join(' ')).toBe('PRE D1 D3 W1 W2 W3 M1 M2 M3 M4 M5 M6 M7 M8 M9 M10 M11 M12 D90 D180 D365');
  });

  it('holds months to their last day for a start on 31 January', () => {
    expect(draftOf('2026-01-31', 'M1')).toMatchObject({ rawOn: '2026-02-28', dueOn: '2026-02-28' });
    expect(draftOf('2026-01-31', 'M2')).toMatchObject({ rawOn: '2026-03-31', dueOn: '2026-03-31' });
    expect(draftOf('2026-01-31', 'M3')).toMatchObject({ rawOn: '2026-04-30', dueOn: '2026-04-30' });
    expect(draftOf('2026-01-31', 'M5')).toMatchObject({ rawOn: '2026-06-30', dueOn: '2026-06-30' });
  });

  it('moves a contact before the start backward and all others forward', () => {
    expect(draftOf('2026-03-04', 'PRE')).toMatchObject({ rawOn: '2026-03-01', dueOn: '2026-02-28' });
    expect(draftOf('2026-03-06', 'D1')).toMatchObject({ rawOn: '2026-03-07', dueOn: '2026-03-09' });
  });

  it.each([
    ['2026-02-13', 'D1', '2026-02-14', '2026-02-14'],
    ['2026-02-14', 'D1', '2026-02-15', '2026-02-24'],
    ['2026-04-03', 'D1', '2026-04-04', '2026-04-07'],
    ['2026-04-30', 'D1', '2026-05-01', '2026-05-06'],
    ['2026-06-18', 'D1', '2026-06-19', '2026-06-22'],
    ['2026-09-24', 'D1', '2026-09-25', '2026-09-28'],
    ['2026-09-30', 'D1', '2026-10-01', '2026-10-08'],
  ] as const)('for a start on %s, the eve of a holiday, plans %s of %s for %s', (start, code, rawOn, dueOn) => {
    expect(draftOf(start, code)).toMatchObject({ rawOn, dueOn, isProvisional: false });
  });

  it('marks days in a year without a table as provisional', () => {
    expect(draftOf('2026-12-31', 'D1')).toMatchObject({
      rawOn: '2027-01-01',
      dueOn: '2027-01-04',
      isProvisional: true,
    });
    expect(draftOf('2026-03-02', 'M12')?.isProvisional).toBe(true);
    expect(draftOf('2026-03-02', 'M9')?.isProvisional).toBe(false);
  });

  it('never asks for retention evidence before 90, 180 and 365 days', () => {
    for (const start of ['2026-01-31', '2026-05-06', '2026-07-08']) {
      for (const one of draftMilestones(start, calendar).filter(({ code }) => /^D\d{2,}/.test(code))) {
        expect(one.dueOn >= one.rawOn).toBe(true);
      }
    }
  });
});

describe('planMilestones', () => {
  it('keeps the retention evidence where a quarter month falls beside it', () => {
    const plan = planOf('2026-03-02', '2026-02-02');
    expect(plan.get('D90')).toMatchObject({ dueOn: '2026-06-01', status: 'SCHEDULED' });
    expect(plan.get('M3')).toMatchObject({ dueOn: '2026-06-02', status: 'COVERED', coveredBy: 'D90' });
    expect(plan.get('M12')).toMatchObject({ status: 'COVERED', coveredBy: 'D365' });
  });

  it('keeps the earlier of two day milestones that fall within one working day', () => {
    const plan = planOf('2026-07-09', '2026-07-01');
    expect(plan.get('D1')).toMatchObject({ dueOn: '2026-07-10', status: 'SCHEDULED' });
    expect(plan.get('D3')).toMatchObject({ dueOn: '2026-07-13', status: 'COVERED', coveredBy: 'D1' });
  });

  it('leaves milestones two working days apart alone', () => {
    const plan = planOf('2026-07-06', '2026-07-01');
    expect(plan.get('D1')).toMatchObject({ dueOn: '2026-07-07', status: 'SCHEDULED' });
    expect(plan.get('D3')).toMatchObject({ dueOn: '2026-07-09', status: 'SCHEDULED' });
  });

  it('keeps a week before a day', () => {
    const plan = planOf('2026-02-14', '2026-02-01');
    expect(plan.get('D1')).toMatchObject({ dueOn: '2026-02-24', status: 'COVERED', coveredBy: 'W1' });
    expect(plan.get('D3')).toMatchObject({ dueOn: '2026-02-24', status: 'COVERED', coveredBy: 'W1' });
    expect(plan.get('W1')).toMatchObject({ dueOn: '2026-02-24', status: 'SCHEDULED' });
  });

  it('cancels a contact before the start that is already past', () => {
    expect(planOf('2026-07-08', '2026-07-08').get('PRE')).toMatchObject({ dueOn: '2026-07-03', status: 'CANCELLED' });
    expect(planOf('2026-07-08', '2026-07-03').get('PRE')).toMatchObject({ dueOn: '2026-07-03', status: 'SCHEDULED' });
  });

  it('plans what was due before today for the next working day', () => {
    const plan = planOf('2026-07-06', '2026-07-11');
    expect(plan.get('D1')).toMatchObject({
      rawOn: '2026-07-07',
      dueOn: '2026-07-13',
      status: 'COVERED',
      coveredBy: 'W1',
    });
    expect(plan.get('W1')).toMatchObject({ dueOn: '2026-07-13', status: 'SCHEDULED' });
    expect(planOf('2026-07-06', '2026-07-08').get('D1')).toMatchObject({ dueOn: '2026-07-08', status: 'SCHEDULED' });
  });

  it('leaves no two scheduled milestones within one working day, whatever the start', () => {
    for (const start of ['2026-01-01', '2026-01-31', '2026-02-14', '2026-04-30', '2026-09-24', '2026-09-30']) {
      const due = planMilestones(start, calendar, '2026-01-01')
        .filter((one) => one.status === 'SCHEDULED')
        .map((one) => one.dueOn)
        .sort();
      due.slice(1).forEach((day, index) => {
        expect(day > calendar.addWorkingDays(due[index] ?? '', 1)).toBe(true);
      });
    }
  });
});
