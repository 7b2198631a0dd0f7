import type { Actor } from '#domain/common/actor';
import { PayBench, PERIOD, type LineSketch } from '#testing/pay-bench';
import { payRunOverviewOf } from './graphql/pay-overview.mapping';
import { PayOverviewService } from './pay-overview.service';
import { PayTasksService } from './pay-tasks.service';

const colleagues = (count: number, prefix = 'C'): LineSketch[] =>
  Array.from({ length: count }, (_, index) => ({
    baseFen: 340_000 + index * 1_000,
    pseudonym: `${prefix}${String(index).padStart(3, '0')}`,
  }));

describe('what a supervisor sees of a month', () => {
  let bench: PayBench;
  let supervisor: Actor;

  beforeAll(async () => {
    bench = await PayBench.open();
  });

  beforeEach(async () => {
    await bench.clear();
    const [member] = await bench.rows<{ id: string; account_id: string; organisation_id: string; county_id: string }>(
      `select * from membership where role = 'SUPERVISOR' order by id limit 1`,
    );
    if (member === undefined) throw new Error('The seed has no supervisor.');
    const { id: membershipId, account_id: accountId, organisation_id: organisationId, county_id: countyId } = member;
    supervisor = { countyId, role: 'SUPERVISOR', accountId, membershipId, organisationId, clientId: null };
  });

  afterAll(() => bench.close());

  const overview = async (period: string | null = PERIOD) =>
    payRunOverviewOf(
      await bench.transactions.run(supervisor, (tx) => bench.app.get(PayOverviewService).ofMonth(tx, period)),
    );

  /** So many clients at one enterprise, each with a line of this pay, beside so many colleagues. */
  async function anEnterprise(clientIds: readonly string[], baseFen: number, others: number): Promise<string> {
    const organisationId = await bench.anEnterprise();
    const placements: string[] = [];
    for (const clientId of clientIds) placements.push(await bench.aPlacement(clientId, baseFen, organisationId));
    const own = placements.map((placementId, index) => ({ placementId, baseFen, pseudonym: `P${index}` }));
    if (others > 0) await bench.declare([...own, ...colleagues(others)], organisationId);
    return organisationId;
  }

  it('is what came in first: enterprises, people, late and missing ones', async () => {
    const clients = await bench.clients(4);
    const declared = await anEnterprise(clients.slice(0, 2), 345_000, 6);
    const silent = await anEnterprise(clients.slice(2, 3), 345_000, 0);
    const late = await anEnterprise(clients.slice(3), 345_000, 6);
    await bench.rows(`update payroll_upload set received_at = '2026-10-20T15:00:00Z' where organisation_id = $1`, [
      declared,
    ]);
    await bench.rows(`update payroll_upload set received_at = '2026-10-20T16:00:00Z' where organisation_id = $1`, [
      late,
    ]);
    await bench.run();
    const month = await overview();
    // 15:00 UTC on the 20th is still the last day in Shanghai, an hour later it is the day after.
    expect(month).toMatchObject({
      enterprises: 3,
      declared: 2,
      late: 1,
      missing: 0,
      placements: 4,
      lines: 3,
      comparable: 3,
    });
    expect(month).toMatchObject({ period: PERIOD, deadline: '2026-10-20', partsDone: 3, parts: 3, checked: 4 });
    expect(month.coverage.map(({ organisationId, isLate }) => [organisationId, isLate])).toEqual(
      expect.arrayContaining([[late, true], [silent, false], [declared, false]]), // prettier-ignore
    );
    expect(month.coverage[2]?.organisationId).toBe(declared);
    await bench.rows(`update pay_check_run set period = '2026-08'`);
    expect(await overview('2026-08')).toMatchObject({ missing: 3, declared: 0, months: ['2026-08'] });
  });

  it('shows how gaps lie from five people on, and keeps the row of a smaller group without a figure', async () => {
    const clients = await bench.clients(9);
    const five = await anEnterprise(clients.slice(0, 5), 320_000, 11);
    const four = await anEnterprise(clients.slice(5), 345_000, 11);
    await bench.run();
    const { gaps } = await overview();
    // The median of eleven from 3,400 to 3,500 yuan is 3,450: 3,200 lies 72 ‰ below.
    expect(gaps).toMatchObject([
      { organisationId: null, people: 9, overLimit: 5 },
      { organisationId: five, people: 5, percents: [7, 7, 7, 7, 7], overLimit: 5 },
      { organisationId: four, people: 4, percents: null, overLimit: null },
    ]);
  });

  it('compares nobody with two colleagues, and says why there is no test', async () => {
    const clients = await bench.clients(4);
    await anEnterprise(clients.slice(0, 2), 300_000, 20);
    await anEnterprise(clients.slice(2), 300_000, 2);
    await bench.run();
    const month = await overview();
    expect(month.comparable).toBe(2);
    expect(month.tests).toMatchObject([{ kind: 'COHORT', clients: 2, comparators: 20, isClear: true, gapPercent: 14 }]);
    expect(month).toMatchObject({ testsMade: 3, ownTests: 2, clearOwnTests: 2 });
    expect(month.untested).toEqual([
      { kind: 'COHORT', reason: 'TOO_FEW_COLLEAGUES', enterprises: 1 },
      { kind: 'REGRESSION', reason: 'TOO_FEW_CLIENTS', enterprises: 2 },
    ]);
  });

  it('has no number of a test below five colleagues', async () => {
    await anEnterprise(await bench.clients(2), 300_000, 4);
    await bench.run();
    expect((await overview()).tests).toMatchObject([{ comparators: 4, gapPercent: null }]);
  });

  describe('of a post that clients were gathered in', () => {
    const open = () => bench.transactions.run(supervisor, (tx) => bench.app.get(PayTasksService).open(tx));
    const settle = (id: string) =>
      bench.transactions.run(supervisor, (tx) => bench.app.get(PayTasksService).settle(tx, id, 'IN_ORDER'));

    it('is its own median beside the posted pay, as a task that is settled once', async () => {
      const organisationId = await anEnterprise(await bench.clients(5), 312_400, 3);
      await bench.run();
      const [task, ...more] = await open();
      expect(more).toEqual([]);
      expect(task).toMatchObject({ kind: 'SEGREGATED_POST_REVIEW', organisationId, period: PERIOD, findingId: null });
      if (task === undefined) throw new Error('There is no task.');
      const segregated = await bench.transactions.run(supervisor, (tx) =>
        bench.app.get(PayTasksService).segregated(tx, task),
      );
      expect(segregated).toEqual([
        { post: 'J-1', clients: 5, workers: 8, medianFen: 310_000, postedMinFen: null, others: [] },
      ]);
      expect((await settle(task.id)).ok).toBe(true);
      expect(await settle(task.id)).toMatchObject({ ok: false, refusals: [{ code: 'WRONG_STATE' }] });
      expect(await open()).toEqual([]);
      const acts = await bench.rows(`select action from audit_entry where subject_id = $1`, [task.id]);
      expect(acts).toEqual([{ action: 'pay_task.in_order' }]);
      // What was looked at is not asked again by the next run over the same lines.
      await bench.run();
      expect(await open()).toEqual([]);
    });

    it('is a task no longer once the lines were corrected, and again when they fall back', async () => {
      const organisationId = await anEnterprise(await bench.clients(2), 312_400, 1);
      await bench.run();
      expect(await open()).toHaveLength(1);
      await bench.rows('update payroll_upload set revision = 2 where organisation_id = $1', [organisationId]);
      const uploadId = await bench.declare(colleagues(6, 'D'), organisationId);
      await bench.announceUpload(uploadId, organisationId);
      await bench.work();
      expect(await open()).toEqual([]);
      expect(await bench.openTasks('SEGREGATED_POST_REVIEW')).toEqual([]);
      await bench.rows(`update payroll_line set is_withdrawn = true where pseudonym like 'D%'`);
      await bench.announceUpload(uploadId, organisationId);
      await bench.work();
      expect(await open()).toHaveLength(1);
    });
  });

  it('is nothing of another kind of task, and nothing under an id that is not there', async () => {
    const service = bench.app.get(PayTasksService);
    const [other] = await bench.rows<{ id: string }>(
      `insert into task (county_id, id, kind, subject_type, subject_id, due_on, status, created_at)
       select county_id, gen_random_uuid(), 'PAY_SLOT_DECISION', 'organisation', id, current_date, 'OPEN', now() from organisation limit 1
       returning id`,
    );
    const settle = (id: string) => bench.transactions.run(supervisor, (tx) => service.settle(tx, id, 'TAKEN_UP'));
    for (const id of [other?.id ?? '', '00000000-0000-7000-8000-000000000000'])
      expect(await settle(id)).toMatchObject({ ok: false, refusals: [{ code: 'NOT_FOUND' }] });
    expect(await bench.openTasks('PAY_SLOT_DECISION')).toHaveLength(1);
  });
});
