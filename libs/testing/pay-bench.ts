import { v7 as uuidv7 } from 'uuid';
import { systemActor, type Actor } from '#domain/common/actor';
import { PayFindingSteppedProcessor } from '../features/pay-equity/finding-steps.processor';
import {
  ContractChangedProcessor,
  MinimumWageChangedProcessor,
  PayCheckCloseProcessor,
  PayCheckPartProcessor,
  PayCheckRunProcessor,
  PayrollUploadedProcessor,
} from '../features/pay-equity/pay-check.processor';
import { PayCheckRunsService } from '../features/pay-equity/pay-check-runs.service';
import { PayEquityJobsModule } from '../features/pay-equity/pay-equity-jobs.module';
import { PayrollGapsService } from '../features/pay-equity/payroll-gaps.service';
import { PayrollUploaded } from '../features/pay-equity/payroll.jobs';
import { PayEquityModule } from '../features/pay-equity/pay-equity.module';
import { declaredJobs, type JobData } from '../platform/jobs/job-definition';
import { MailModule } from '../platform/mail/mail.module';
import { Outbox } from '../platform/outbox/outbox';
import { openBench, type Bench } from './context';
import { doDueJobs } from './jobs';

/** 10:00 in Shanghai, six days before September’s payroll is due. */
const NOW = '2026-10-14T02:00:00.000Z';

/** The month that is checked unless another one is named. */
export const PERIOD = '2026-09';

/** A client and who looks after her. */
export interface Person {
  readonly clientId: string;
  readonly caseworker: Actor;
}

/** A line of a payroll, as far as a test cares. */
export interface LineSketch {
  readonly placementId?: string | null;
  readonly baseFen: number;
  readonly period?: string;
  readonly allowances?: object[];
  readonly overtimePayFen?: number;
  readonly pseudonym?: string;
}

/** A finding as stored. */
export interface StoredFinding {
  readonly id: string;
  readonly rule_code: string;
  readonly status: string;
  readonly severity: string;
  readonly finding_class: string;
  readonly shortfall_fen: string;
  readonly figures: object;
  readonly evidence: string | null;
}

/** Placements, declared payrolls and runs over them. */
export class PayBench {
  enterprise = '';
  private people: Person[] = [];
  private count = 0;

  private constructor(private readonly bench: Bench) {}

  /** Opens a bench on a county of its own. */
  static async open(): Promise<PayBench> {
    return new PayBench(await openBench({ modules: [PayEquityModule, MailModule, PayEquityJobsModule], clockAt: NOW }));
  }

  get app() {
    return this.bench.app;
  }

  get transactions() {
    return this.bench.transactions;
  }

  get rows() {
    return this.bench.rows;
  }

  close(): Promise<void> {
    return this.bench.close();
  }

  /** Nobody at work, nothing declared, and an enterprise without a past. */
  async clear(): Promise<void> {
    const { countyId } = this.bench;
    await this.rows('truncate placement, pay_check_run, payroll_upload, payroll_gap, task, outbox_event cascade');
    this.people = (
      await this.rows<{ client_id: string; id: string; account_id: string; organisation_id: string }>(
        `select distinct on (m.id) c.id as client_id, m.id, m.account_id, m.organisation_id
           from client c join membership m on m.id = c.caseworker_membership_id order by m.id, c.id`,
      )
    ).map(({ client_id: clientId, id: membershipId, account_id: accountId, organisation_id: organisationId }) => ({
      clientId,
      caseworker: { countyId, role: 'CASEWORKER', accountId, membershipId, organisationId, clientId: null },
    }));
    this.enterprise = await this.anEnterprise();
  }

  /** The client of one caseworker, another one of another. Throws where the seed has too few. */
  person(index = 0): Person {
    const found = this.people[index];
    if (found === undefined) throw new Error('The seed has too few caseworkers.');
    return found;
  }

  /** Clients whoever looks after them, always the same ones. */
  async clients(count: number): Promise<string[]> {
    const rows = await this.rows<{ id: string }>('select id from client order by id limit $1', [count]);
    return rows.map(({ id }) => id);
  }

  async anEnterprise(): Promise<string> {
    const id = uuidv7();
    this.count += 1;
    await this.rows(`insert into organisation (county_id, id, name, kind) values ($1, $2, $3, 'ENTERPRISE')`, [
      this.bench.countyId,
      id,
      `测试企业${this.count}`,
    ]);
    return id;
  }

  async aPlacement(clientId: string, agreedPayFen: number, organisationId = this.enterprise): Promise<string> {
    const id = uuidv7();
    await this.rows(
      `insert into placement (county_id, id, client_id, organisation_id, mode, hire_date, contract_from, agreed_pay_fen, pay_cycle_days,
                              weekly_hours, shift, employment_type, job_code, grade, status)
       values ($1, $2, $3, $4, 'PUBLIC_POST', '2026-03-02', '2026-03-02', $5, 30, 40, 'DAY', 'FULL_TIME', 'J-1', '1', 'ACTIVE')`,
      [this.bench.countyId, id, clientId, organisationId, agreedPayFen],
    );
    return id;
  }

  async declare(lines: readonly LineSketch[], organisationId = this.enterprise): Promise<string> {
    const uploadId = uuidv7();
    const period = lines[0]?.period ?? PERIOD;
    await this.rows(
      `insert into payroll_upload (county_id, id, organisation_id, period, revision, content_sha256, line_count, received_at)
       values ($1, $2, $3, $4, 1, decode(repeat('00', 32), 'hex'), $5, now())`,
      [this.bench.countyId, uploadId, organisationId, period, lines.length],
    );
    for (const [index, line] of lines.entries()) {
      await this.rows(
        `insert into payroll_line (county_id, id, upload_id, organisation_id, period, pseudonym, placement_id, employment_type, pay_basis,
                                   job_code, grade, tenure_months, base_fen, allowances, overtime_pay_fen, scheduled_days, unpaid_leave_days)
         values ($1, $2, $3, $4, $5, $6, $7, 'FULL_TIME', 'MONTHLY', 'J-1', '1', 6, $8, $9, $10, 22, 0)`,
        [
          this.bench.countyId,
          uuidv7(),
          uploadId,
          organisationId,
          period,
          line.pseudonym ?? `E${String(index).padStart(3, '0')}`,
          line.placementId ?? null,
          line.baseFen,
          JSON.stringify(line.allowances ?? []),
          line.overtimePayFen ?? null,
        ],
      );
    }
    return uploadId;
  }

  /** Says that an enterprise declared a month, as an import does at its end. */
  async announceUpload(subjectId: string, organisationId = this.enterprise, period = PERIOD): Promise<void> {
    await this.transactions.run(this.system(), (tx) =>
      this.app.get(Outbox).add(tx, PayrollUploaded, { subjectId, data: { organisationId, period } }),
    );
  }

  /** Puts a job on the list, as the act that announces it does. */
  async announce(job: string, subjectId: string, data: JobData): Promise<void> {
    const definition = declaredJobs().find(({ name }) => name === job);
    if (definition === undefined) throw new Error(`Nobody declared the job ${job}.`);
    await this.transactions.run(this.system(), (tx) => this.app.get(Outbox).add(tx, definition, { subjectId, data }));
  }

  /** Looks at an instant which enterprises have not declared; gives how many are new. */
  noteMissing(instant: string): Promise<number> {
    return this.transactions.run(this.system(), (tx) =>
      this.app.get(PayrollGapsService).note({ ...tx, now: new Date(instant) }),
    );
  }

  system(): Actor {
    return systemActor(this.bench.countyId, 'test');
  }

  work(): Promise<string[]> {
    return doDueJobs(this.app, this.bench.countyId, {
      'pay-check.run': PayCheckRunProcessor,
      'pay-check.part': PayCheckPartProcessor,
      'pay-check.close': PayCheckCloseProcessor,
      'payroll.uploaded': PayrollUploadedProcessor,
      'pay-finding.stepped': PayFindingSteppedProcessor,
      'min_wage.changed': MinimumWageChangedProcessor,
      'contract.changed': ContractChangedProcessor,
    });
  }

  async run(period = PERIOD) {
    const supervisor: Actor = { ...this.person().caseworker, role: 'SUPERVISOR' };
    const outcome = await this.transactions.run(supervisor, (tx) =>
      this.app.get(PayCheckRunsService).request(tx, period),
    );
    if (!outcome.ok) return outcome.refusals.map(({ code }) => code).join();
    await this.work();
    return (
      await this.rows(
        'select state, revision, lines_expected, lines_received, compliant, review, findings, insufficient from pay_check_run where id = $1',
        [outcome.value.id],
      )
    )[0];
  }

  findings(): Promise<StoredFinding[]> {
    return this.rows<StoredFinding>('select * from pay_finding order by detected_at, rule_code');
  }

  async live(): Promise<StoredFinding[]> {
    return (await this.findings()).filter(({ status }) => status !== 'SUPERSEDED');
  }

  openTasks(kind: string) {
    return this.rows<{ subject_id: string; assignee_membership_id: string | null }>(
      `select * from task where status = 'OPEN' and kind = $1`,
      [kind],
    );
  }

  async pay(placementId: string, baseFen: number): Promise<void> {
    await this.rows('update payroll_line set base_fen = $2 where placement_id = $1', [placementId, baseFen]);
  }

  /** Gross 2350 = base 1880 + overtime 150 + night 120 + meal 200; the contract says 1880. */
  async anUnderpaidMonth(): Promise<string> {
    const placementId = await this.aPlacement(this.person().clientId, 188_000);
    const night = { code: 'NIGHT', kind: 'SPECIAL_ENV', fen: 12_000 };
    const meal = { code: 'MEAL', kind: 'WELFARE', fen: 20_000 };
    await this.declare([{ placementId, baseFen: 188_000, allowances: [night, meal], overtimePayFen: 15_000 }]);
    return placementId;
  }
}
