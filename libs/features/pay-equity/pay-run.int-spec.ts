import { PayBench, PERIOD, type LineSketch } from '#testing/pay-bench';

const colleagues = (count: number, baseFen: number, prefix = 'C'): LineSketch[] =>
  Array.from({ length: count }, (_, index) => ({
    baseFen: baseFen + index * 1_000,
    pseudonym: `${prefix}${String(index).padStart(3, '0')}`,
  }));

describe('an equal-pay run over a county', () => {
  let bench: PayBench;
  let underpaid: string[];

  beforeAll(async () => {
    bench = await PayBench.open();
  });

  beforeEach(() => bench.clear());

  afterAll(() => bench.close());

  /** Three enterprises: three clients under twenty colleagues in one, one paid like the others, one that declared nothing. */
  async function aCounty(): Promise<{ fair: string; silent: string }> {
    const [first, second, third, fourth, fifth] = (await bench.clients(5)) as [string, string, string, string, string];
    const fair = await bench.anEnterprise();
    const silent = await bench.anEnterprise();
    underpaid = [];
    for (const clientId of [first, second, third]) underpaid.push(await bench.aPlacement(clientId, 300_000));
    await bench.declare([
      ...underpaid.map((placementId, index) => ({ placementId, baseFen: 300_000, pseudonym: `P${index}` })),
      ...colleagues(20, 340_000),
    ]);
    const alike = await bench.aPlacement(fourth, 345_000, fair);
    await bench.declare([{ placementId: alike, baseFen: 345_000, pseudonym: 'P0' }, ...colleagues(6, 340_000)], fair);
    await bench.aPlacement(fifth, 345_000, silent);
    return { fair, silent };
  }

  const tests = () =>
    bench.rows(
      `select t.kind, t.clients, t.comparators, t.figures ->> 'exactP' as p, round(t.adjusted_p::numeric, 6)::float8 as adjusted,
              t.is_clear, u.revision from pay_check_test t join pay_check_run u on u.id = t.run_id order by u.revision, t.kind, t.p, t.id`,
    );

  const written = () =>
    bench.rows(
      `select id, version from pay_finding union all select id, 0 from pay_check_result where is_current
        union all select id, version from task order by 1`,
    );

  it('divides the month among enterprises, corrects their tests together, and finds what a group shows', async () => {
    await aCounty();
    expect(await bench.run()).toEqual({
      state: 'DONE',
      revision: 1,
      lines_expected: 5,
      lines_received: 4,
      compliant: 0,
      review: 0,
      findings: 3,
      insufficient: 2,
    });
    expect(
      await bench.rows('select state, placements, changed from pay_check_part order by placements desc, id'),
    ).toEqual([
      { state: 'DONE', placements: 3, changed: 3 },
      { state: 'DONE', placements: 1, changed: 1 },
      { state: 'DONE', placements: 1, changed: 1 },
    ]);
    const own = {
      kind: 'OWN',
      clients: 1,
      comparators: 20,
      p: '1/21',
      adjusted: 0.047619,
      is_clear: true,
      revision: 1,
    };
    expect(await tests()).toEqual([
      { kind: 'COHORT', clients: 3, comparators: 20, p: '1/1771', adjusted: 0.002259, is_clear: true, revision: 1 },
      own,
      own,
      own,
    ]);
    expect(await bench.findings()).toMatchObject(
      underpaid.map(() => ({
        rule_code: 'COMPARATOR_GAP',
        status: 'DETECTED',
        evidence: 'STRONG',
        figures: { comparators: 20, medianFen: 350_000, gapPercent: 14 },
      })),
    );
    expect(await bench.openTasks('PAY_FINDING_TRIAGE')).toHaveLength(3);
    expect(await bench.openTasks('PAY_GAP_QUESTION')).toEqual([]);
  });

  it('is known to the queue by county, month and revision', async () => {
    await aCounty();
    await bench.run();
    const keys = (
      await bench.rows<{ job: string; key: string }>(
        `select job, data ->> 'runKey' as key from outbox_event where job like 'pay-check.%' order by job, id`,
      )
    ).map(({ job, key }) => [job, key.replace(/[0-9a-f]{8}-[0-9a-f-]{27}$/, '<enterprise>')]);
    expect(keys).toEqual([
      ['pay-check.close', 'equal-pay-421222-2026-09-1-close'],
      ...Array.from({ length: 3 }, () => ['pay-check.part', 'equal-pay-421222-2026-09-1-<enterprise>']),
      ['pay-check.run', 'equal-pay-421222-2026-09-1'],
    ]);
  });

  it('keeps what a month was judged by: rules, parameters, the numbers, and lets nobody rewrite it', async () => {
    await aCounty();
    await bench.run();
    const [result] = await bench.rows<{ id: string }>(
      `select r.id, octet_length(input_hash) as hash, r.rule_version, run_id = u.id as "isOfRun", comparator ->> 'level' as level,
              (comparator ->> 'm')::int as m, comparator ->> 'p' as p, basis ->> 'gapLimitPerMille' as "limit",
              length(basis ->> 'calendarSha256') as calendar, (select region_code from minimum_wage w where w.id = minimum_wage_id) as region
         from pay_check_result r, pay_check_run u where placement_id = $1`,
      [underpaid[0]],
    );
    expect(result).toMatchObject({ hash: 32, rule_version: 2, isOfRun: true, level: 'JOB_GRADE_BAND', m: 20, p: '1/21', limit: '50', calendar: 64, region: '421222' }); // prettier-ignore
    const change = (sql: string) => bench.rows(sql, [result?.id]);
    for (const sql of [
      `update pay_check_result set verdict = 'COMPLIANT' where id = $1`,
      `update pay_check_result set verdict = 'COMPLIANT', is_current = false where id = $1`,
      'delete from pay_check_result where id = $1',
      'update pay_check_test set p = 1, adjusted_p = 1 where pay_check_result_id = $1',
      'delete from pay_check_test where pay_check_result_id = $1',
    ])
      await expect(change(sql)).rejects.toThrow('the evidence of pay checks is append-only');
  });

  it('writes nothing new on the same lines again but the tests of the second run, which say the same', async () => {
    await aCounty();
    await bench.run();
    const before = await written();
    expect(await bench.run()).toMatchObject({ state: 'DONE', revision: 2, findings: 3 });
    expect(await written()).toEqual(before);
    const [first, second] = [1, 2].map(async (revision) =>
      (await tests()).filter((test) => (test as { revision: number }).revision === revision),
    );
    const without = (all: object[] | undefined) => all?.map((test) => ({ ...test, revision: 0 }));
    expect(without(await second)).toEqual(without(await first));
  });

  it('does each part and the close once when three workers have the same jobs in hand', async () => {
    await aCounty();
    const alone = await bench.run();
    const before = await written();
    await bench.rows('truncate pay_check_run, task, outbox_event cascade');
    const asked = bench.run();
    await Promise.all([asked, bench.work(), bench.work()]);
    expect(await asked).toEqual(alone);
    expect(await written()).toHaveLength(before.length);
    expect(await tests()).toHaveLength(4);
  });

  it('supersedes the finding whose line changed and leaves a colleague’s clock running', async () => {
    await aCounty();
    await bench.run();
    const [first, ...others] = await bench.findings();
    const [paid] = await bench.rows<{ placement_id: string }>('select placement_id from pay_finding where id = $1', [first?.id]); // prettier-ignore
    await bench.pay(paid?.placement_id ?? '', 310_000);
    await bench.announceUpload(bench.enterprise);
    expect(await bench.work()).toEqual(['payroll.uploaded', 'pay-check.run', 'pay-check.part', 'pay-check.close']);
    const after = await bench.findings();
    expect(after.filter(({ status }) => status === 'SUPERSEDED').map(({ id }) => id)).toEqual([first?.id]);
    const still = after.filter(({ status }) => status === 'DETECTED');
    // The event made no test anew: the enterprise's cohort stands, and so does the grade.
    expect(still.map(({ evidence }) => evidence)).toEqual(['STRONG', 'STRONG', 'STRONG']);
    expect(still.map(({ id }) => id)).toEqual(expect.arrayContaining(others.map(({ id }) => id)));
    expect(await bench.rows('select distinct revision from pay_check_test t join pay_check_run u on u.id = t.run_id')).toEqual([{ revision: 1 }]); // prettier-ignore
    expect(await bench.openTasks('PAY_FINDING_TRIAGE')).toHaveLength(3);
  });

  it('takes a strong finding that nobody has begun with back to a question when the group no longer shows it', async () => {
    await aCounty();
    await bench.run();
    const [first] = await bench.findings();
    const held = await bench.rows<{ placement_id: string }>('select placement_id from pay_finding where id = $1', [first?.id]); // prettier-ignore
    for (const placementId of underpaid.filter((id) => id !== held[0]?.placement_id))
      await bench.pay(placementId, 350_000);
    await bench.rows(`update payroll_line set base_fen = 290000 where placement_id is null and organisation_id = $1 and pseudonym < 'C003'`, [bench.enterprise]); // prettier-ignore
    expect(await bench.run()).toMatchObject({ findings: 0, review: 1 });
    expect(await bench.live()).toEqual([]);
    expect(await bench.openTasks('PAY_GAP_QUESTION')).toHaveLength(1);
    expect(await bench.openTasks('PAY_FINDING_TRIAGE')).toEqual([]);
  });

  it('ends with what the latest lines say when an upload comes in beside it', async () => {
    await aCounty();
    const asked = bench.run();
    await bench.rows('update payroll_line set base_fen = 345000 where placement_id = any($1)', [underpaid]);
    await bench.announceUpload(bench.enterprise);
    await asked;
    await bench.work();
    expect(await bench.live()).toEqual([]);
    const [verdicts] = await bench.rows(
      `select count(*)::int as n, count(distinct placement_id)::int as people from pay_check_result
        where is_current and comparator_verdict = 'WITHIN_TOLERANCE'`,
    );
    expect(verdicts).toEqual({ n: 4, people: 4 });
    expect(await bench.rows(`select id from outbox_event where job like 'pay-check%' and done_at is null`)).toEqual([]);
  });

  it('makes no group test of one client alone, and none beside two colleagues', async () => {
    const [one, two, three] = (await bench.clients(3)) as [string, string, string];
    const alone = await bench.aPlacement(one, 300_000);
    await bench.declare([{ placementId: alone, baseFen: 300_000 }, ...colleagues(8, 340_000)]);
    const few = await bench.anEnterprise();
    const placementIds = [await bench.aPlacement(two, 300_000, few), await bench.aPlacement(three, 300_000, few)];
    await bench.declare([...placementIds.map((placementId) => ({ placementId, baseFen: 300_000 })), ...colleagues(2, 340_000)], few); // prettier-ignore
    await bench.run();
    expect(await tests()).toEqual([]);
  });

  it('checks December again when its minimum wage is published after it began, and leaves November alone', async () => {
    const placementId = await bench.aPlacement(bench.person().clientId, 185_000);
    await bench.rows(`update placement set hire_date = '2025-10-01', contract_from = '2025-10-01' where id = $1`, [placementId]); // prettier-ignore
    const [published] = await bench.rows<{ id: string }>(`select * from minimum_wage where region_code = '421222' and effective_from = '2025-12-01'`); // prettier-ignore
    await bench.rows('delete from minimum_wage where id = $1', [published?.id]);
    for (const period of ['2025-11', '2025-12']) {
      await bench.declare([{ placementId, baseFen: 185_000, period }]);
      await bench.run(period);
    }
    expect(await bench.findings()).toEqual([]);
    await bench.rows('insert into minimum_wage select * from jsonb_populate_record(null::minimum_wage, $1::jsonb)', [JSON.stringify(published)]); // prettier-ignore
    await bench.announce('min_wage.changed', published?.id ?? '', { effectiveFrom: '2025-12-01' });
    expect(await bench.work()).toEqual(['min_wage.changed', 'pay-check.run', 'pay-check.part', 'pay-check.close']);
    expect((await bench.findings()).map((one) => [one.rule_code, one.severity, Number(one.shortfall_fen)])).toEqual([['MIN_WAGE', 'CRITICAL', 12_000]]); // prettier-ignore
    expect(await bench.rows('select period, is_current from pay_check_result order by period, is_current')).toEqual([
      { period: '2025-11', is_current: true },
      { period: '2025-12', is_current: false },
      { period: '2025-12', is_current: true },
    ]);
    expect(await bench.rows(`select period, cause from pay_check_run where cause <> 'REQUESTED'`)).toEqual([
      { period: '2025-12', cause: 'MINIMUM_WAGE_CHANGED' },
    ]);
  });

  it('checks the months of a contract again when it changes', async () => {
    const placementId = await bench.aPlacement(bench.person().clientId, 300_000);
    await bench.declare([{ placementId, baseFen: 300_000 }]);
    await bench.run();
    await bench.rows('update placement set agreed_pay_fen = 310000 where id = $1', [placementId]);
    await bench.announce('contract.changed', placementId, {});
    await bench.work();
    expect((await bench.live()).map((one) => [one.rule_code, Number(one.shortfall_fen)])).toEqual([
      ['CONTRACT_WAGE', 10_000],
    ]);
    expect(await bench.rows('select period, cause from pay_check_run order by revision')).toEqual([
      { period: PERIOD, cause: 'REQUESTED' },
      { period: PERIOD, cause: 'CONTRACT_CHANGED' },
    ]);
  });

  it('asks a supervisor about a gathered post once a month', async () => {
    const [one, two] = (await bench.clients(2)) as [string, string];
    const placementIds = [await bench.aPlacement(one, 300_000), await bench.aPlacement(two, 300_000)];
    for (const period of ['2026-08', PERIOD]) {
      await bench.declare([...placementIds.map((placementId) => ({ placementId, baseFen: 300_000, period })), { baseFen: 340_000, period }]); // prettier-ignore
      await bench.run(period);
      await bench.run(period);
    }
    expect(await bench.openTasks('SEGREGATED_POST_REVIEW')).toHaveLength(2);
  });

  describe('a month that nobody declared', () => {
    const look = (day: string) => bench.noteMissing(`${day}T00:30:00.000Z`);

    it('is a matter for a supervisor from day 25 on, once', async () => {
      const { silent } = await aCounty();
      // On the day before it is August still, which none of the three declared.
      expect(await look('2026-10-24')).toBe(3);
      await bench.rows('truncate payroll_gap, task');
      expect(await look('2026-10-25')).toBe(1);
      expect(await look('2026-10-26')).toBe(0);
      const gaps = await bench.rows<{ id: string }>('select id, organisation_id, period, closed_at from payroll_gap');
      expect(gaps).toMatchObject([{ organisation_id: silent, period: PERIOD, closed_at: null }]);
      expect(await bench.openTasks('PAYROLL_MISSING')).toMatchObject([{ subject_id: gaps[0]?.id, assignee_membership_id: null }]); // prettier-ignore
    });

    it('is closed by the upload that comes after all', async () => {
      const { silent } = await aCounty();
      await look('2026-10-25');
      await bench.announceUpload(await bench.declare(colleagues(1, 300_000), silent), silent);
      await bench.work();
      expect(await bench.rows('select id from payroll_gap where closed_at is null')).toEqual([]);
      expect(await bench.openTasks('PAYROLL_MISSING')).toEqual([]);
    });
  });
});
