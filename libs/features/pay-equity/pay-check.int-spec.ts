import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { v7 as uuidv7 } from 'uuid';
import { systemActor, type Actor } from '#domain/common/actor';
import { seedDatabase } from '#database/seeds/seed';
import { ShiftedClock } from '#platform/clock/clock';
import { masterKey } from '#platform/crypto/master-key';
import { Transactions } from '#platform/database/transactions';
import { Outbox } from '#platform/outbox/outbox';
import { PlatformModule } from '#platform/platform.module';
import { testDatabase, type TestDatabase } from '#testing/database';
import { doDueJobs } from '#testing/jobs';
import { myPayCheckOf, payFindingOf } from './graphql/pay-equity.mapping';
import { PayCheckRunsService } from './pay-check-runs.service';
import { PayCheckRunProcessor, PayrollUploadedProcessor } from './pay-check.processor';
import { PayEquityJobsModule } from './pay-equity-jobs.module';
import { PayEquityModule } from './pay-equity.module';
import { PayFindingsReader } from './pay-findings-reader';
import { PayrollMonthsService } from './payroll-months.service';
import { PayrollUploaded } from './payroll.jobs';

/** 10:00 in Shanghai, six days before September’s payroll is due. */
const NOW = '2026-10-14T02:00:00.000Z';
const PERIOD = '2026-09';

interface Person {
  readonly clientId: string;
  readonly caseworker: Actor;
}

interface LineSketch {
  readonly placementId?: string | null;
  readonly baseFen: number;
  readonly period?: string;
  readonly allowances?: object[];
  readonly overtimePayFen?: number;
}

interface Finding {
  readonly id: string;
  readonly rule_code: string;
  readonly status: string;
  readonly severity: string;
  readonly finding_class: string;
  readonly shortfall_fen: string;
  readonly figures: object;
  readonly evidence: string | null;
}

describe('the equal-pay run', () => {
  const home = mkdtempSync(path.join(os.tmpdir(), 'tonggong-home-'));
  let database: TestDatabase;
  let app: INestApplicationContext;
  let transactions: Transactions;
  let countyId: string;
  let people: Person[];
  let enterprise: string;
  let count = 0;

  beforeAll(async () => {
    database = await testDatabase();
    Object.assign(process.env, { NODE_ENV: 'test', LOG_LEVEL: 'error', TONGGONG_HOME: home, CLOCK_AT: NOW });
    const clock = new ShiftedClock(new Date(NOW));
    const founding = { migrateUrl: database.urls.migrateUrl, masterKey: masterKey(home), demoPassword: null, clock };
    await seedDatabase({ ...founding, scale: 'county' });
    const parts = PlatformModule.forProcess({ processName: 'pay', dataSource: database.app });
    app = await NestFactory.createApplicationContext(
      { module: class Tested {}, imports: [parts, PayEquityModule, PayEquityJobsModule] },
      { logger: ['error'] },
    );
    transactions = app.get(Transactions);
    countyId = (await rows<{ id: string }>('select id from county'))[0]?.id ?? '';
  }, 60_000);

  afterAll(async () => {
    await app.close();
    await database.close();
    rmSync(home, { recursive: true, force: true });
  });

  beforeEach(async () => {
    await rows('truncate placement, pay_check_run, payroll_upload, task, outbox_event cascade');
    people = (
      await rows<{ client_id: string; id: string; account_id: string; organisation_id: string }>(
        `select distinct on (m.id) c.id as client_id, m.id, m.account_id, m.organisation_id
           from client c join membership m on m.id = c.caseworker_membership_id order by m.id, c.id`,
      )
    ).map(({ client_id: clientId, id: membershipId, account_id: accountId, organisation_id: organisationId }) => ({
      clientId,
      caseworker: { countyId, role: 'CASEWORKER', accountId, membershipId, organisationId, clientId: null },
    }));
    enterprise = await anEnterprise();
  });

  async function rows<T extends object>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    return (await database.admin.query<T>(sql, parameters)).rows;
  }

  function person(index = 0): Person {
    const found = people[index];
    if (found === undefined) throw new Error('The seed has too few caseworkers.');
    return found;
  }

  async function anEnterprise(): Promise<string> {
    const id = uuidv7();
    count += 1;
    await rows(`insert into organisation (county_id, id, name, kind) values ($1, $2, $3, 'ENTERPRISE')`, [
      countyId,
      id,
      `测试企业${count}`,
    ]);
    return id;
  }

  async function aPlacement(clientId: string, agreedPayFen: number, organisationId = enterprise): Promise<string> {
    const id = uuidv7();
    await rows(
      `insert into placement (county_id, id, client_id, organisation_id, mode, hire_date, contract_from, agreed_pay_fen, pay_cycle_days,
                              weekly_hours, shift, employment_type, job_code, grade, status)
       values ($1, $2, $3, $4, 'PUBLIC_POST', '2026-03-02', '2026-03-02', $5, 30, 40, 'DAY', 'FULL_TIME', 'J-1', '1', 'ACTIVE')`,
      [countyId, id, clientId, organisationId, agreedPayFen],
    );
    return id;
  }

  async function declare(lines: readonly LineSketch[], organisationId = enterprise): Promise<string> {
    const uploadId = uuidv7();
    const period = lines[0]?.period ?? PERIOD;
    await rows(
      `insert into payroll_upload (county_id, id, organisation_id, period, revision, content_sha256, line_count, received_at)
       values ($1, $2, $3, $4, 1, decode(repeat('00', 32), 'hex'), $5, now())`,
      [countyId, uploadId, organisationId, period, lines.length],
    );
    for (const [index, line] of lines.entries()) {
      await rows(
        `insert into payroll_line (county_id, id, upload_id, organisation_id, period, pseudonym, placement_id, employment_type, pay_basis,
                                   job_code, grade, tenure_months, base_fen, allowances, overtime_pay_fen, scheduled_days, unpaid_leave_days)
         values ($1, $2, $3, $4, $5, $6, $7, 'FULL_TIME', 'MONTHLY', 'J-1', '1', 6, $8, $9, $10, 22, 0)`,
        [
          countyId,
          uuidv7(),
          uploadId,
          organisationId,
          period,
          `E${String(index).padStart(3, '0')}`,
          line.placementId ?? null,
          line.baseFen,
          JSON.stringify(line.allowances ?? []),
          line.overtimePayFen ?? null,
        ],
      );
    }
    return uploadId;
  }

  const system = () => systemActor(countyId, 'test');
  const work = () =>
    doDueJobs(app, countyId, { 'pay-check.run': PayCheckRunProcessor, 'payroll.uploaded': PayrollUploadedProcessor });

  async function run(period = PERIOD) {
    const supervisor: Actor = { ...person().caseworker, role: 'SUPERVISOR' };
    const outcome = await transactions.run(supervisor, (tx) => app.get(PayCheckRunsService).request(tx, period));
    if (!outcome.ok) return outcome.refusals.map(({ code }) => code).join();
    await work();
    return (
      await rows(
        'select state, revision, lines_expected, lines_received, compliant, review, findings, insufficient from pay_check_run where id = $1',
        [outcome.value.id],
      )
    )[0];
  }

  const findings = () => rows<Finding>('select * from pay_finding order by detected_at, rule_code');
  const live = async () => (await findings()).filter(({ status }) => status !== 'SUPERSEDED');
  const openTasks = (kind: string) =>
    rows<{ subject_id: string; assignee_membership_id: string | null }>(
      `select * from task where status = 'OPEN' and kind = $1`,
      [kind],
    );
  const pay = (placementId: string, baseFen: number) =>
    rows('update payroll_line set base_fen = $2 where placement_id = $1', [placementId, baseFen]);

  /** Gross 2350 = base 1880 + overtime 150 + night 120 + meal 200; the contract says 1880. */
  async function anUnderpaidMonth(): Promise<string> {
    const placementId = await aPlacement(person().clientId, 188_000);
    const night = { code: 'NIGHT', kind: 'SPECIAL_ENV', fen: 12_000 };
    const meal = { code: 'MEAL', kind: 'WELFARE', fen: 20_000 };
    await declare([{ placementId, baseFen: 188_000, allowances: [night, meal], overtimePayFen: 15_000 }]);
    return placementId;
  }

  it('finds that gross 2350.00 with 1880.00 counted is 90.00 short of the minimum wage', async () => {
    await anUnderpaidMonth();
    expect(await run()).toEqual({
      state: 'DONE',
      revision: 1,
      lines_expected: 1,
      lines_received: 1,
      compliant: 0,
      review: 0,
      findings: 1,
      insufficient: 0,
    });
    const [finding, ...more] = await findings();
    expect(more).toEqual([]);
    expect(finding).toMatchObject({
      rule_code: 'MIN_WAGE',
      status: 'DETECTED',
      severity: 'CRITICAL',
      finding_class: 'STATUTORY',
      figures: { countedFen: 188_000, minimumFen: 197_000 },
    });
    expect(Number(finding?.shortfall_fen)).toBe(9_000);
    expect(await openTasks('PAY_FINDING_TRIAGE')).toMatchObject([
      { subject_id: finding?.id, assignee_membership_id: person().caseworker.membershipId },
    ]);
    const [result] = await rows<{ minimum_wage_id: string }>('select * from pay_check_result');
    expect(await rows('select monthly_fen::int from minimum_wage where id = $1', [result?.minimum_wage_id])).toEqual([
      { monthly_fen: 197_000 },
    ]);
  });

  it('passes a month that is paid to the fen, and finds it one fen below the contract', async () => {
    const placementId = await aPlacement(person().clientId, 320_000);
    await declare([{ placementId, baseFen: 320_000 }]);
    await run();
    expect(await findings()).toEqual([]);
    await pay(placementId, 319_999);
    await run();
    expect(await live()).toMatchObject([{ rule_code: 'CONTRACT_WAGE', severity: 'MAJOR', shortfall_fen: '1' }]);
  });

  it('writes nothing on the same input again', async () => {
    await anUnderpaidMonth();
    await run();
    const before = await rows(
      'select id, version from pay_finding union all select id, 0 from pay_check_result union all select id, version from task order by 1',
    );
    expect(await run()).toMatchObject({ state: 'DONE', revision: 2, findings: 1 });
    expect(
      await rows(
        'select id, version from pay_finding union all select id, 0 from pay_check_result union all select id, version from task order by 1',
      ),
    ).toEqual(before);
  });

  it('supersedes what changed figures made, also when they change back', async () => {
    const placementId = await anUnderpaidMonth();
    await run();
    await pay(placementId, 190_000);
    await run();
    await pay(placementId, 188_000);
    await run();
    expect((await findings()).map(({ status, shortfall_fen }) => [status, Number(shortfall_fen)])).toEqual([
      ['SUPERSEDED', 9_000],
      ['SUPERSEDED', 7_000],
      ['DETECTED', 9_000],
    ]);
    expect(await rows('select id from pay_check_result where is_current')).toHaveLength(1);
    expect(await openTasks('PAY_FINDING_TRIAGE')).toHaveLength(1);
    await pay(placementId, 197_000);
    await run();
    expect(await live()).toEqual([]);
    expect(await openTasks('PAY_FINDING_TRIAGE')).toEqual([]);
  });

  it('says too little data where no line was declared, and finds nothing', async () => {
    await aPlacement(person().clientId, 188_000);
    expect(await run()).toMatchObject({ lines_expected: 1, lines_received: 0, insufficient: 1, findings: 0 });
    expect(await rows('select verdict, payroll_line_id from pay_check_result')).toEqual([
      { verdict: 'INSUFFICIENT_DATA', payroll_line_id: null },
    ]);
  });

  describe('beside colleagues', () => {
    const colleagues = (...yuan: number[]): LineSketch[] => yuan.map((amount) => ({ baseFen: amount * 100 }));

    it('computes nothing from two, so that nobody’s pay can be read back', async () => {
      const placementId = await aPlacement(person().clientId, 300_000);
      await declare([{ placementId, baseFen: 300_000 }, ...colleagues(4000, 4000)]);
      await run();
      expect(await rows('select comparator, verdict from pay_check_result')).toEqual([
        { comparator: { m: 2, verdict: 'INSUFFICIENT_COMPARATORS' }, verdict: 'INSUFFICIENT_DATA' },
      ]);
    });

    it('asks the caseworker where the sign is weak', async () => {
      const placementId = await aPlacement(person().clientId, 300_000);
      await declare([{ placementId, baseFen: 300_000 }, ...colleagues(3400, 3400, 3450, 3450, 3500)]);
      expect(await run()).toMatchObject({ review: 1, findings: 0 });
      expect(await findings()).toEqual([]);
      expect(await openTasks('PAY_GAP_QUESTION')).toMatchObject([
        { assignee_membership_id: person().caseworker.membershipId },
      ]);
    });

    it('finds what two months running show clearly, in figures that give no colleague’s pay away', async () => {
      const placementId = await aPlacement(person().clientId, 300_000);
      await declare([
        { placementId, baseFen: 300_000, period: '2026-08' },
        ...colleagues(3400, 3410, 3433, 3450, 3500).map((line) => ({ ...line, period: '2026-08' })),
      ]);
      await declare([{ placementId, baseFen: 300_000 }, ...colleagues(3400, 3410, 3433, 3450, 3500)]);
      await run('2026-08');
      expect(await findings()).toEqual([]);
      expect(await run()).toMatchObject({ review: 0, findings: 1 });
      expect(await findings()).toMatchObject([
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
        await aPlacement(person(0).clientId, 300_000),
        await aPlacement(person(1).clientId, 300_000),
      ];
      await declare([
        ...placementIds.map((placementId) => ({ placementId, baseFen: 300_000 })),
        ...colleagues(3400, 3400),
      ]);
      expect(await run()).toMatchObject({ review: 2, findings: 0 });
      expect(await openTasks('SEGREGATED_POST_REVIEW')).toMatchObject([
        { assignee_membership_id: null, subject_id: enterprise },
      ]);
    });
  });

  it('runs for the one enterprise that declared', async () => {
    const other = await anEnterprise();
    await anUnderpaidMonth();
    const elsewhere = await aPlacement(person(1).clientId, 188_000, other);
    const uploadId = await declare([{ placementId: elsewhere, baseFen: 188_000 }], other);
    await transactions.run(system(), (tx) =>
      app
        .get(Outbox)
        .add(tx, PayrollUploaded, { subjectId: uploadId, data: { organisationId: other, period: PERIOD } }),
    );
    expect(await work()).toEqual(['payroll.uploaded', 'pay-check.run']);
    expect(await rows('select placement_id from pay_check_result')).toEqual([{ placement_id: elsewhere }]);
    expect(await rows('select cause, lines_expected, findings, insufficient from pay_check_run')).toEqual([
      { cause: 'PAYROLL_UPLOADED', lines_expected: 2, findings: 1, insufficient: 1 },
    ]);
  });

  it('runs by itself on the fifth working day after the deadline, once', async () => {
    await anUnderpaidMonth();
    const morning = (instant: string) =>
      transactions.run(system(), (tx) => app.get(PayCheckRunsService).queueMonthly({ ...tx, now: new Date(instant) }));
    await morning('2026-10-26T22:30:00.000Z');
    await morning('2026-10-27T22:30:00.000Z');
    expect(await rows('select period, cause from pay_check_run where period = $1', [PERIOD])).toEqual([
      { period: PERIOD, cause: 'MONTHLY' },
    ]);
  });

  it('is refused for what is no month and for a month to come', async () => {
    expect(await run('2026-13')).toBe('NOT_A_MONTH');
    expect(await run('2026-11')).toBe('MONTH_NOT_BEGUN');
    expect(await rows('select id from pay_check_run')).toEqual([]);
  });

  describe('what it found', () => {
    const listed = (actor: Actor) =>
      transactions.run(
        actor,
        async (tx) =>
          (await app.get(PayFindingsReader).page(tx, { period: null, statuses: null }, { limit: 20, after: null }))
            .rows,
      );

    it('is read by the own caseworker and the supervisor; by no other caseworker, enterprise or client', async () => {
      await anUnderpaidMonth();
      await run();
      const { caseworker, clientId } = person();
      const [own] = (await listed(caseworker)).map(payFindingOf);
      expect(own).toMatchObject({
        shortfall: { amount: '90.00' },
        figures: expect.arrayContaining([{ name: 'countedFen', value: '188000' }]) as unknown,
      });
      expect(await listed({ ...caseworker, role: 'SUPERVISOR' })).toHaveLength(1);
      expect(await listed(person(1).caseworker)).toEqual([]);
      expect(await listed({ ...caseworker, role: 'ENTERPRISE_HR', organisationId: enterprise })).toEqual([]);
      expect(await listed({ ...caseworker, role: 'CLIENT', clientId })).toEqual([]);
      expect(
        await transactions.run({ ...caseworker, role: 'ENTERPRISE_HR', organisationId: enterprise }, (tx) =>
          tx.query('select id from pay_finding'),
        ),
      ).toEqual([]);
    });

    it('reads in plain figures to the person herself', async () => {
      await anUnderpaidMonth();
      await run();
      const own: Actor = { ...person().caseworker, role: 'CLIENT', clientId: person().clientId };
      const months = await transactions.run(own, (tx) => app.get(PayFindingsReader).ofOneself(tx));
      expect(months.map(myPayCheckOf)).toMatchObject([
        {
          period: PERIOD,
          verdict: 'VIOLATION',
          received: { amount: '2350.00' },
          countedTowardsMinimum: { amount: '1880.00' },
          minimumWage: { amount: '1970.00' },
          shortfall: { amount: '90.00' },
          minimumWageVerified: false,
        },
      ]);
      const other: Actor = { ...own, clientId: person(1).clientId };
      expect(await transactions.run(other, (tx) => app.get(PayFindingsReader).ofOneself(tx))).toEqual([]);
    });
  });

  it('tells an enterprise which of its months are due, in and missing', async () => {
    const [agreement] = await rows<{ organisation_id: string }>(
      `update cooperation_agreement set effective_from = '2026-07-01' where status = 'ACTIVE' returning organisation_id`,
    );
    const organisationId = agreement?.organisation_id ?? '';
    await declare([{ baseFen: 300_000, period: '2026-09' }], organisationId);
    const hr: Actor = { ...person().caseworker, role: 'ENTERPRISE_HR', organisationId };
    const months = await transactions.run(hr, (tx) => app.get(PayrollMonthsService).ofOwnEnterprise(tx));
    expect(
      months.map(({ period, deadline, lines, isMissing }) => [period, deadline, lines, isMissing]).slice(0, 4),
    ).toEqual([
      ['2026-10', '2026-11-20', 0, false],
      ['2026-09', '2026-10-20', 1, false],
      ['2026-08', '2026-09-20', 0, true],
      ['2026-07', '2026-08-20', 0, true],
    ]);
  });
});
