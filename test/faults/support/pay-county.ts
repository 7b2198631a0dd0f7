import { v7 as uuidv7 } from 'uuid';
import type { Random } from '#database/seeds/random';
import type { TestDatabase } from '#testing/database';

/** The month of the run, and the one before it. */
export const PERIOD = '2026-09';
const MONTHS = ['2026-08', PERIOD] as const;
const ENTERPRISES = 24;
const COLLEAGUES = 22;
const MOST_CLIENTS = 4;

/** What a run leaves behind, without ids and instants of its own. */
export interface RunTrace {
  readonly results: readonly object[];
  readonly findings: readonly object[];
  readonly tests: readonly object[];
  readonly tasks: readonly object[];
  readonly counts: readonly object[];
}

/** Enterprises with clients at work and two months declared: some pay too little, some gather clients in a post. */
export class PayCounty {
  private revision = 0;

  constructor(
    private readonly database: TestDatabase,
    private readonly random: Random,
  ) {}

  /** Plants the county; whatever was there of placements and payrolls goes. */
  async plant(): Promise<void> {
    await this.rows('truncate placement, pay_check_run, payroll_upload, payroll_gap, task, outbox_event cascade');
    const clients = await this.rows<{ id: string }>('select id from client order by id');
    for (let index = 0; index < ENTERPRISES; index += 1)
      await this.enterprise(index, clients.slice(index * MOST_CLIENTS, index * MOST_CLIENTS + 1 + (index % MOST_CLIENTS)).map(({ id }) => id)); // prettier-ignore
    // The months that the worker's own schedule would ask for are taken.
    await this.rows(
      `insert into pay_check_run (county_id, id, period, revision, cause, state, rule_version, started_at, finished_at)
       select id, gen_random_uuid(), to_char(current_date - n * interval '1 month', 'YYYY-MM'), 1, 'MONTHLY', 'DONE', 1, now(), now()
         from county, generate_series(0, 3) n where to_char(current_date - n * interval '1 month', 'YYYY-MM') <> $1`,
      [PERIOD],
    );
    this.revision = (await this.rows('select 1 from pay_check_run where period = $1', [PERIOD])).length;
  }

  private async enterprise(index: number, clientIds: readonly string[]): Promise<void> {
    const organisationId = uuidv7();
    await this.rows(
      `insert into organisation (county_id, id, name, kind) select id, $1, $2, 'ENTERPRISE' from county`,
      [organisationId, `停电测试企业${index}`],
    );
    // Every sixth pays its clients too little, every eighth puts them in a post of their own.
    const basePay = index % 6 === 0 ? 300_000 : 345_000;
    const job = index % 8 === 0 && clientIds.length > 1 ? 'J-own' : 'J-1';
    await this.rows(
      `insert into placement (county_id, id, client_id, organisation_id, mode, hire_date, contract_from, agreed_pay_fen, pay_cycle_days,
                              weekly_hours, shift, employment_type, job_code, grade, status)
       select c.county_id, gen_random_uuid(), c.id, $1, 'PUBLIC_POST', '2026-03-02', '2026-03-02', $2::bigint, 30, 40, 'DAY', 'FULL_TIME', $4,
              '1', 'ACTIVE' from client c where c.id = any($3)`,
      [organisationId, basePay + (index % 5 === 0 ? 4_000 : 0), clientIds, job],
    );
    for (const period of MONTHS) await this.declare(organisationId, period, basePay, job);
  }

  private async declare(organisationId: string, period: string, basePay: number, job: string): Promise<void> {
    const uploadId = uuidv7();
    await this.rows(
      `insert into payroll_upload (county_id, id, organisation_id, period, revision, content_sha256, line_count, received_at)
       select id, $1, $2, $3, 1, decode(repeat('00', 32), 'hex'), $4, now() from county`,
      [uploadId, organisationId, period, COLLEAGUES],
    );
    const line = `insert into payroll_line (county_id, id, upload_id, organisation_id, period, pseudonym, placement_id, employment_type,
      pay_basis, job_code, grade, tenure_months, base_fen, scheduled_days, unpaid_leave_days)`;
    await this.rows(
      `${line} select p.county_id, gen_random_uuid(), $1, $2, $3, 'P' || p.id, p.id, 'FULL_TIME', 'MONTHLY', $5, '1', 6, $4::bigint, 22, 0
         from placement p where p.organisation_id = $2`,
      [uploadId, organisationId, period, basePay, job],
    );
    const pays = Array.from({ length: COLLEAGUES }, () => 340_000 + this.random.int(0, 29) * 1_000);
    await this.rows(
      `${line} select c.id, gen_random_uuid(), $1, $2, $3, 'C' || n.ordinality, null, 'FULL_TIME', 'MONTHLY', 'J-1', '1', 6, n.pay, 22, 0
         from county c, unnest($4::bigint[]) with ordinality as n (pay, ordinality)`,
      [uploadId, organisationId, period, pays],
    );
  }

  /** Forgets what was found and asks for the month's run anew. */
  async queueRun(): Promise<string> {
    await this.rows('truncate pay_check_result, task, outbox_event cascade');
    const id = uuidv7();
    this.revision += 1;
    await this.rows(
      `insert into pay_check_run (county_id, id, period, revision, cause, state, rule_version)
       select id, $1, $2, $3, 'MONTHLY', 'QUEUED', 2 from county`,
      [id, PERIOD, this.revision],
    );
    await this.rows(
      `insert into outbox_event (county_id, id, job, subject_id, data, due_at, created_at)
       select c.id, $1, 'pay-check.run', $2, jsonb_build_object('organisationId', null, 'runKey', 'equal-pay-' || c.code || '-' || $3::text),
              now(), now() from county c`,
      [uuidv7(), id, `${PERIOD}-${this.revision}`],
    );
    return id;
  }

  async isDone(runId: string): Promise<boolean> {
    const [run] = await this.rows<{ state: string }>('select state from pay_check_run where id = $1', [runId]);
    return run?.state === 'DONE';
  }

  /** Everything that the run says, in a steady order. */
  async trace(runId: string): Promise<RunTrace> {
    return {
      results: await this.rows(
        `select placement_id, period, is_current, verdict, rules, comparator, basis, encode(input_hash, 'hex') as hash, shortfall_fen
           from pay_check_result order by placement_id, period, is_current, hash`,
      ),
      findings: await this.rows(
        `select placement_id, period, rule_code, status, verdict, severity, evidence, shortfall_fen, figures
           from pay_finding order by placement_id, rule_code, status`,
      ),
      tests: await this.rows(
        `select t.kind, t.organisation_id, t.clients, t.comparators, t.p, t.adjusted_p, t.is_clear, t.figures, r.placement_id
           from pay_check_test t left join pay_check_result r on r.id = t.pay_check_result_id
          where t.run_id = $1 order by t.kind, t.organisation_id, r.placement_id`,
        [runId],
      ),
      tasks: await this.rows(
        `select kind, client_id, status, count(*)::int as n from task
          where kind in ('PAY_FINDING_TRIAGE', 'PAY_GAP_QUESTION', 'SEGREGATED_POST_REVIEW') group by 1, 2, 3 order by 1, 2, 3`,
      ),
      counts: await this.rows(
        `select u.state, u.lines_expected, u.lines_received, u.compliant, u.review, u.findings, u.insufficient,
                count(p.id)::int as parts, count(*) filter (where p.state = 'DONE')::int as done, sum(p.placements)::int as placements
           from pay_check_run u join pay_check_part p on p.run_id = u.id where u.id = $1 group by u.county_id, u.id`,
        [runId],
      ),
    };
  }

  private async rows<T extends object>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    return (await this.database.admin.query<T>(sql, parameters)).rows;
  }
}
