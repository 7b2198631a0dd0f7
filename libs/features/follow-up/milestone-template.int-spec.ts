import type { Actor } from '#domain/common/actor';
import type { MilestoneCode } from '#domain/follow-up/milestone-template';
import { FIRST_CHOICES, type MilestoneChoice } from '#domain/follow-up/template-choices';
import { PlacementStarted } from '#features/placements';
import { FollowUpBench } from '#testing/follow-up-bench';
import { PlacementStartService } from '../placements/placement-start.service';
import { MilestoneTemplatesService } from './milestone-templates.service';

const TODAY = '2026-10-14';
const withChoice = (code: MilestoneCode, change: Partial<MilestoneChoice>): readonly MilestoneChoice[] =>
  FIRST_CHOICES.map((choice) => (choice.code === code ? { ...choice, ...change } : choice));
const WITHOUT_M4 = withChoice('M4', { isPlanned: false });
const WITHOUT_M5 = withChoice('M5', { isPlanned: false });

describe('the county’s template of milestones', () => {
  let bench: FollowUpBench;
  let supervisor: Actor;

  beforeAll(async () => {
    bench = await FollowUpBench.open();
  });

  beforeEach(async () => {
    await bench.clear();
    await bench.rows('delete from milestone_template');
    supervisor = await bench.supervisor(bench.person().caseworker);
  });

  afterAll(() => bench.close());

  const service = () => bench.app.get(MilestoneTemplatesService);
  const change = (
    choices: readonly MilestoneChoice[],
    { from = TODAY, version = 1, actor = supervisor }: { from?: string; version?: number; actor?: Actor } = {},
  ) => bench.act(actor, (tx) => service().change(tx, { choices, effectiveFrom: from, expectedVersion: version }));
  const written = async () => (await bench.rows('select from milestone_template')).length;

  async function planned(index: number, hireDate: string): Promise<string> {
    const id = await bench.aPlacement(bench.person(index).clientId, hireDate);
    await bench.rows(`update placement set status = 'PLANNED', probation_end_on = hire_date + 59 where id = $1`, [id]);
    await bench.work();
    return id;
  }
  const moveTo = async (id: string, index: number, hireDate: string): Promise<void> => {
    const { caseworker } = bench.person(index);
    expect(await bench.act(caseworker, (tx) => bench.app.get(PlacementStartService).move(tx, id, 1, hireDate))).toBe(
      'DONE',
    );
    await bench.work();
  };
  const states = async (id: string, ...codes: string[]) => {
    const rows = await bench.milestonesOf(id);
    return codes.map((code) => rows.find((row) => row.code === code)?.status ?? null);
  };

  it('plans who begins after it without the thinned month, and by the changed days', async () => {
    const choices = WITHOUT_M4.map((one) =>
      one.code === 'W1' ? { ...one, offsetCount: 5, windowWorkingDays: 2, channel: 'OFFICE' as const } : one,
    );
    expect(await change(choices)).toBe('DONE');
    const id = await planned(0, '2026-11-02');
    expect(await states(id, 'M4', 'M5')).toEqual([null, 'SCHEDULED']);
    expect(await bench.milestone(id, 'W1')).toMatchObject({
      due_on: '2026-11-09',
      window_working_days: 2,
      channel: 'OFFICE',
      template_version: 2,
    });
    expect(await bench.rows(`select action from audit_entry where subject_type = 'milestone_template'`)).toEqual([
      { action: 'milestone_template.changed' },
    ]);
  });

  it('leaves a running plan as it stands, also when its job runs again, until its start is moved', async () => {
    const id = await planned(0, '2026-11-02');
    const before = await bench.milestonesOf(id);
    expect(await change(WITHOUT_M4)).toBe('DONE');
    await bench.announce(PlacementStarted, id);
    await bench.work();
    await bench.sweepAt('2026-10-14T02:00:00.000Z');
    expect(await bench.milestonesOf(id)).toEqual(before);
    await moveTo(id, 0, '2026-11-09');
    expect(await states(id, 'M4', 'M5')).toEqual(['CANCELLED', 'SCHEDULED']);
    expect(await bench.milestone(id, 'M5')).toMatchObject({ template_version: 2 });
  });

  it('counts from its day on: who is planned the day before has the version before it', async () => {
    expect(await change(WITHOUT_M4, { from: '2026-10-15' })).toBe('DONE');
    expect(await states(await planned(0, '2026-11-02'), 'M4')).toEqual(['SCHEDULED']);
    expect(await change(WITHOUT_M5, { from: TODAY, version: 2 })).toBe('DONE');
    expect(await states(await planned(1, '2026-11-02'), 'M4', 'M5')).toEqual(['SCHEDULED', null]);
  });

  it('plans anew by the version that a placement was planned by when a year’s holidays arrive', async () => {
    const id = await planned(0, '2026-11-02');
    expect(await change(WITHOUT_M4)).toBe('DONE');
    await bench.rows(
      `insert into holiday (day, year, is_off, source, verified) values ('2027-01-01', 2027, true, 'test', true), ('2027-03-02', 2027, true, 'test', true)`,
    );
    await bench.sweepAt('2026-10-14T02:00:00.000Z');
    await bench.rows('delete from holiday where year = 2027');
    expect(await bench.milestone(id, 'M4')).toMatchObject({ due_on: '2027-03-03', status: 'SCHEDULED' });
  });

  it.each<[string, readonly MilestoneChoice[], object, string]>([
    ['a month that must stay', withChoice('M3', { isPlanned: false }), {}, 'MILESTONE_REQUIRED'],
    ['a first day that is left out', withChoice('D1', { isPlanned: false }), {}, 'MILESTONE_REQUIRED'],
    ['evidence that is left out', withChoice('D180', { isPlanned: false }), {}, 'MILESTONE_REQUIRED'],
    ['a week by phone', withChoice('W2', { channel: 'PHONE' }), {}, 'CHANNEL_NOT_IN_PERSON'],
    ['a milestone that is missing', FIRST_CHOICES.slice(1), {}, 'TEMPLATE_INCOMPLETE'],
    ['what changes nothing', FIRST_CHOICES, {}, 'TEMPLATE_UNCHANGED'],
    ['yesterday', WITHOUT_M4, { from: '2026-10-13' }, 'DAY_IN_PAST'],
    ['a version that is not the latest', WITHOUT_M4, { version: 2 }, 'STALE_VERSION'],
  ])('refuses %s and writes nothing', async (_, choices, options, code) => {
    expect(await change(choices, options)).toBe(code);
    expect(await written()).toBe(0);
  });

  it('refuses a second version of the same day', async () => {
    expect(await change(WITHOUT_M4)).toBe('DONE');
    expect(await change(WITHOUT_M5, { version: 2 })).toBe('DAY_TAKEN');
    expect(await written()).toBe(FIRST_CHOICES.length);
  });

  it('lets one of ten at once through', async () => {
    const all = await Promise.allSettled(Array.from({ length: 10 }, () => change(WITHOUT_M4)));
    expect(all.filter((one) => one.status === 'fulfilled' && one.value === 'DONE')).toHaveLength(1);
    expect(await written()).toBe(FIRST_CHOICES.length);
  });

  it('is kept from a caseworker by the database, and from any change by everybody', async () => {
    await expect(change(WITHOUT_M4, { actor: bench.person().caseworker })).rejects.toThrow();
    expect(await written()).toBe(0);
    expect(await change(WITHOUT_M4)).toBe('DONE');
    await expect(
      bench.transactions.run(supervisor, (tx) => tx.query('update milestone_template set is_planned = true')),
    ).rejects.toThrow();
    await expect(bench.rows(`update milestone_template set is_planned = false where code = 'M6'`)).rejects.toThrow(
      'milestone_template_thinned_check',
    );
  });

  it('shows beforehand exactly what is then planned, and writes nothing', async () => {
    const preview = await bench.transactions.run(supervisor, (tx) => service().preview(tx, WITHOUT_M4, '2027-01-31'));
    expect(await written()).toBe(0);
    const of = (code: string) => preview?.find(({ then, now }) => (then ?? now)?.code === code);
    expect(of('M4')).toMatchObject({ then: null, now: { dueOn: '2027-05-31' } });
    expect(of('M1')).toMatchObject({ then: { rawOn: '2027-02-28', dueOn: '2027-03-01', isProvisional: true } });
    expect(of('M3')).toMatchObject({ then: { status: 'COVERED', coveredBy: 'D90' } });
    expect(await change(WITHOUT_M4)).toBe('DONE');
    const id = await planned(0, '2027-01-31');
    const stored = (await bench.milestonesOf(id)).map(({ code, due_on, status }) => `${code} ${due_on} ${status}`);
    const foretold = preview?.flatMap(({ then }) =>
      then === null ? [] : [`${then.code} ${then.dueOn} ${then.status}`],
    );
    expect(stored.sort()).toEqual(foretold?.sort());
    expect(
      await bench.transactions.run(supervisor, (tx) =>
        service().preview(tx, withChoice('M3', { isPlanned: false }), '2027-01-31'),
      ),
    ).toBeNull();
  });
});
