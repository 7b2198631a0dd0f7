import { PayBench, type LineSketch } from '#testing/pay-bench';

describe('the equal-pay run', () => {
  let bench: PayBench;

  beforeAll(async () => {
    bench = await PayBench.open();
  });

  beforeEach(() => bench.clear());

  afterAll(() => bench.close());

  it('finds that gross 2350.00 with 1880.00 counted is 90.00 short of the minimum wage', async () => {
    await bench.anUnderpaidMonth();
    expect(await bench.run()).toEqual({
      state: 'DONE',
      revision: 1,
      lines_expected: 1,
      lines_received: 1,
      compliant: 0,
      review: 0,
      findings: 1,
      insufficient: 0,
    });
    const [finding, ...more] = await bench.findings();
    expect(more).toEqual([]);
    expect(finding).toMatchObject({
      rule_code: 'MIN_WAGE',
      status: 'DETECTED',
      severity: 'CRITICAL',
      finding_class: 'STATUTORY',
      figures: { countedFen: 188_000, minimumFen: 197_000 },
    });
    expect(Number(finding?.shortfall_fen)).toBe(9_000);
    expect(await bench.openTasks('PAY_FINDING_TRIAGE')).toMatchObject([
      { subject_id: finding?.id, assignee_membership_id: bench.person().caseworker.membershipId },
    ]);
    const [result] = await bench.rows<{ minimum_wage_id: string }>('select * from pay_check_result');
    expect(
      await bench.rows('select monthly_fen::int from minimum_wage where id = $1', [result?.minimum_wage_id]),
    ).toEqual([{ monthly_fen: 197_000 }]);
  });

  it('passes a month that is paid to the fen, and finds it one fen below the contract', async () => {
    const placementId = await bench.aPlacement(bench.person().clientId, 320_000);
    await bench.declare([{ placementId, baseFen: 320_000 }]);
    await bench.run();
    expect(await bench.findings()).toEqual([]);
    await bench.pay(placementId, 319_999);
    await bench.run();
    expect(await bench.live()).toMatchObject([{ rule_code: 'CONTRACT_WAGE', severity: 'MAJOR', shortfall_fen: '1' }]);
  });

  it('writes nothing on the same input again', async () => {
    await bench.anUnderpaidMonth();
    await bench.run();
    const before = await bench.rows(
      'select id, version from pay_finding union all select id, 0 from pay_check_result union all select id, version from task order by 1',
    );
    expect(await bench.run()).toMatchObject({ state: 'DONE', revision: 2, findings: 1 });
    expect(
      await bench.rows(
        'select id, version from pay_finding union all select id, 0 from pay_check_result union all select id, version from task order by 1',
      ),
    ).toEqual(before);
  });

  it('supersedes what changed figures made, also when they change back', async () => {
    const placementId = await bench.anUnderpaidMonth();
    await bench.run();
    await bench.pay(placementId, 190_000);
    await bench.run();
    await bench.pay(placementId, 188_000);
    await bench.run();
    expect((await bench.findings()).map(({ status, shortfall_fen }) => [status, Number(shortfall_fen)])).toEqual([
      ['SUPERSEDED', 9_000],
      ['SUPERSEDED', 7_000],
      ['DETECTED', 9_000],
    ]);
    expect(await bench.rows('select id from pay_check_result where is_current')).toHaveLength(1);
    expect(await bench.openTasks('PAY_FINDING_TRIAGE')).toHaveLength(1);
    await bench.pay(placementId, 197_000);
    await bench.run();
    expect(await bench.live()).toEqual([]);
    expect(await bench.openTasks('PAY_FINDING_TRIAGE')).toEqual([]);
  });

  it('says too little data where no line was declared, and finds nothing', async () => {
    await bench.aPlacement(bench.person().clientId, 188_000);
    expect(await bench.run()).toMatchObject({ lines_expected: 1, lines_received: 0, insufficient: 1, findings: 0 });
    expect(await bench.rows('select verdict, payroll_line_id from pay_check_result')).toEqual([
      { verdict: 'INSUFFICIENT_DATA', payroll_line_id: null },
    ]);
  });

  describe('by the further rules', () => {
    const lineOf = async (changes: string, agreedPayFen = 300_000): Promise<string> => {
      const placementId = await bench.aPlacement(bench.person().clientId, agreedPayFen);
      await bench.declare([{ placementId, baseFen: agreedPayFen }]);
      await bench.rows(`update payroll_line set ${changes} where placement_id = $1`, [placementId]);
      return placementId;
    };
    const statuses = async (): Promise<Record<string, string>> => {
      const [row] = await bench.rows<{ rules: Record<string, { status: string }> }>(
        'select rules from pay_check_result where is_current',
      );
      return Object.fromEntries(Object.entries(row?.rules ?? {}).map(([code, { status }]) => [code, status]));
    };

    it('says of each whether it passes, does not concern the work, or has too little data', async () => {
      await lineOf('bonus_fen = 0');
      await bench.run();
      expect(await statuses()).toEqual({
        MIN_WAGE: 'PASS',
        CONTRACT_WAGE: 'PASS',
        POSTED_WAGE: 'NOT_APPLICABLE',
        PROBATION_FLOOR: 'NOT_APPLICABLE',
        PROBATION_LENGTH: 'PASS',
        OVERTIME_PAY: 'INSUFFICIENT',
        OVERTIME_HOURS: 'INSUFFICIENT',
        LATE_PAYMENT: 'INSUFFICIENT',
        PART_TIME_CYCLE: 'NOT_APPLICABLE',
        NO_CONTRACT: 'INSUFFICIENT',
        SOCIAL_INSURANCE: 'INSUFFICIENT',
        DEDUCTION: 'INSUFFICIENT',
        EQUAL_ALLOWANCE: 'INSUFFICIENT',
        DATA_QUALITY: 'INSUFFICIENT',
      });
      expect(await bench.findings()).toEqual([]);
    });

    it('finds overtime, insurance, delay and deductions in what the lines hold, with their figures', async () => {
      await lineOf(
        `overtime_weekday_minutes = 2161, overtime_pay_fen = 60000, agreed_pay_date = '2026-10-01', actual_pay_date = '2026-10-10',
         deductions = '[{"code": "DAMAGE", "fen": 60001}]', social_insurance = '{"PENSION": {"enrolled": true}}'`,
      );
      expect(await bench.run()).toMatchObject({ findings: 1 });
      const found = await bench.findings();
      expect(found.map((one) => [one.rule_code, one.severity, Number(one.shortfall_fen), one.figures])).toEqual([
        ['DEDUCTION', 'MAJOR', 1, { deductedFen: 60_001, maxLawfulFen: 60_000 }],
        ['LATE_PAYMENT', 'MAJOR', 0, { dueDate: '2026-09-30', daysLate: 10 }],
        ['OVERTIME_HOURS', 'MODERATE', 0, { overtimeMinutes: 2_161, capMinutes: 2_160 }],
        ['OVERTIME_PAY', 'MAJOR', 33_147, { requiredFen: 93_147, paidFen: 60_000 }],
        ['SOCIAL_INSURANCE', 'CRITICAL', 0, { missing: 'MEDICAL,UNEMPLOYMENT,INJURY', registrationDue: '2026-04-01' }],
      ]);
      expect(await bench.rows('select shortfall_fen::int as fen from pay_check_result')).toEqual([{ fen: 33_148 }]);
      expect(await bench.openTasks('PAY_FINDING_TRIAGE')).toHaveLength(5);
    });

    it('finds a contract that was signed late, and a probation too long for it', async () => {
      const placementId = await lineOf('on_probation = true');
      await bench.rows(
        `update placement set contract_signed_on = '2026-09-20', contract_to = '2026-09-01', probation_end_on = '2026-05-01',
                lowest_same_job_fen = 280000 where id = $1`,
        [placementId],
      );
      await bench.run();
      expect((await bench.findings()).map((one) => [one.rule_code, one.figures])).toEqual([
        ['NO_CONTRACT', { contractDue: '2026-04-02', signedOn: '2026-09-20' }],
        ['PROBATION_LENGTH', { probationMonths: 2, maxMonths: 1 }],
      ]);
      expect(await statuses()).toMatchObject({ CONTRACT_WAGE: 'NOT_APPLICABLE', PROBATION_FLOOR: 'PASS' });
    });

    it('notices a month that was left out between two declared ones', async () => {
      const placementId = await bench.aPlacement(bench.person().clientId, 300_000);
      await bench.declare([{ placementId, baseFen: 300_000, period: '2026-07' }]);
      await bench.declare([{ placementId, baseFen: 300_000 }]);
      await bench.run();
      const issues = `select rules -> 'DATA_QUALITY' -> 'issues' as issues from pay_check_result where is_current`;
      expect(await bench.rows(issues)).toEqual([{ issues: ['MISSING_PAY_DATE', 'PERIOD_GAP'] }]);
      await bench.declare([{ placementId, baseFen: 300_000, period: '2026-08' }]);
      await bench.run();
      expect(await bench.rows(issues)).toEqual([{ issues: ['MISSING_PAY_DATE'] }]);
    });

    it('finds an allowance that colleagues receive, and shows its median only from five of them on', async () => {
      const meal = [{ code: 'MEAL', kind: 'WELFARE', fen: 31_234 }];
      const placementId = await bench.aPlacement(bench.person().clientId, 300_000);
      const colleagues = (count: number) =>
        Array.from({ length: count }, () => ({ baseFen: 300_000, allowances: meal }));
      await bench.declare([{ placementId, baseFen: 300_000, period: '2026-08' }, ...colleagues(4).map((line) => ({ ...line, period: '2026-08' }))]); // prettier-ignore
      await bench.declare([{ placementId, baseFen: 300_000 }, ...colleagues(5)]);
      await bench.run('2026-08');
      await bench.run();
      expect((await bench.findings()).map((one) => [one.rule_code, one.shortfall_fen, one.figures])).toEqual([
        ['EQUAL_ALLOWANCE', '0', { allowance: 'MEAL' }],
        ['EQUAL_ALLOWANCE', '30000', { allowance: 'MEAL', medianFen: 30_000 }],
      ]);
    });
  });

  describe('beside colleagues', () => {
    const colleagues = (...yuan: number[]): LineSketch[] => yuan.map((amount) => ({ baseFen: amount * 100 }));

    it('computes nothing from two, so that nobody’s pay can be read back', async () => {
      const placementId = await bench.aPlacement(bench.person().clientId, 300_000);
      await bench.declare([{ placementId, baseFen: 300_000 }, ...colleagues(4000, 4000)]);
      await bench.run();
      expect(await bench.rows('select comparator, verdict from pay_check_result')).toEqual([
        { comparator: { m: 2, verdict: 'INSUFFICIENT_COMPARATORS' }, verdict: 'INSUFFICIENT_DATA' },
      ]);
    });

    it('asks the caseworker where the sign is weak', async () => {
      const placementId = await bench.aPlacement(bench.person().clientId, 300_000);
      await bench.declare([{ placementId, baseFen: 300_000 }, ...colleagues(3400, 3400, 3450, 3450, 3500)]);
      expect(await bench.run()).toMatchObject({ review: 1, findings: 0 });
      expect(await bench.findings()).toEqual([]);
      expect(await bench.openTasks('PAY_GAP_QUESTION')).toMatchObject([
        { assignee_membership_id: bench.person().caseworker.membershipId },
      ]);
    });

    it('finds what two months running show clearly, in figures that give no colleague’s pay away', async () => {
      const placementId = await bench.aPlacement(bench.person().clientId, 300_000);
      await bench.declare([
        { placementId, baseFen: 300_000, period: '2026-08' },
        ...colleagues(3400, 3410, 3433, 3450, 3500).map((line) => ({ ...line, period: '2026-08' })),
      ]);
      await bench.declare([{ placementId, baseFen: 300_000 }, ...colleagues(3400, 3410, 3433, 3450, 3500)]);
      await bench.run('2026-08');
      expect(await bench.findings()).toEqual([]);
      expect(await bench.run()).toMatchObject({ review: 0, findings: 1 });
      expect(await bench.findings()).toMatchObject([
        {
          rule_code: 'COMPARATOR_GAP',
          severity: 'MODERATE',
          finding_class: 'AGREEMENT',
          evidence: 'MODERATE',
          shortfall_fen: '45000',
          figures: { medianFen: 345_000, gapPercent: 13, comparators: 5 },
        },
      ]);
    });

    it('leaves a post that clients were gathered in to a supervisor', async () => {
      const placementIds = [
        await bench.aPlacement(bench.person(0).clientId, 300_000),
        await bench.aPlacement(bench.person(1).clientId, 300_000),
      ];
      await bench.declare([
        ...placementIds.map((placementId) => ({ placementId, baseFen: 300_000 })),
        ...colleagues(3400, 3400),
      ]);
      expect(await bench.run()).toMatchObject({ review: 2, findings: 0 });
      expect(await bench.openTasks('SEGREGATED_POST_REVIEW')).toMatchObject([
        { assignee_membership_id: null, subject_id: bench.enterprise },
      ]);
    });
  });
});
