import { randomUUID } from 'node:crypto';
import type { Actor } from '#domain/common/actor';
import { dayOf, type Day } from '#domain/common/day';
import type { Outcome } from '#domain/common/outcome';
import type { Tx } from '#platform/database/transaction';
import { ClientFindingService } from '../features/pay-equity/client-finding.service';
import { FindingAnswersService, type GivenAnswer } from '../features/pay-equity/finding-answers.service';
import { FindingReviewService } from '../features/pay-equity/finding-review.service';
import { PayFindingsDueProcessor } from '../features/pay-equity/finding-steps.processor';
import { FindingTriageService } from '../features/pay-equity/finding-triage.service';
import { FilesService } from '#features/files';
import { Logger } from '#platform/logging/logger';
import { Outbox } from '#platform/outbox/outbox';
import { PayrollUploaded } from '../features/pay-equity/payroll.jobs';
import { PayBench, PERIOD } from './pay-bench';

/** A finding with everybody who has a part in it. */
export interface Case {
  readonly id: string;
  readonly placementId: string;
  readonly clientId: string;
  readonly client: Actor;
  readonly caseworker: Actor;
  readonly hr: Actor;
}

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');

/** Findings and the people who take their steps. */
export class FindingBench {
  private constructor(readonly pay: PayBench) {}

  static async open(): Promise<FindingBench> {
    return new FindingBench(await PayBench.open());
  }

  close(): Promise<void> {
    return this.pay.close();
  }

  async clear(): Promise<void> {
    await this.pay.rows(`update membership set status = 'ENDED', ended_at = now() where role = 'CLIENT'`);
    await this.pay.clear();
    await this.pay.rows(
      `delete from disclosure where consent_grant_id in (select id from consent_grant where purpose = 'FINDING_NAMED')`,
    );
    await this.pay.rows(`delete from consent_grant where purpose = 'FINDING_NAMED'`);
    await this.pay.rows(`delete from reminder where kind = 'ANSWERS_DUE'`);
  }

  /** A detected finding of 90 yuan below the minimum wage, of the first caseworker's client. */
  async detected(): Promise<Case> {
    const placementId = await this.pay.anUnderpaidMonth();
    await this.pay.run();
    const [finding] = await this.pay.live();
    const { clientId, caseworker } = this.pay.person();
    const hr = await this.member('ENTERPRISE_HR', this.pay.enterprise);
    const client = await this.member('CLIENT', caseworker.organisationId ?? '', clientId);
    return { id: finding?.id ?? '', placementId, clientId, client, caseworker, hr };
  }

  /** One that the enterprise was told of, by the client's consent. */
  async notified(): Promise<Case> {
    const one = await this.detected();
    await this.ask(one);
    await this.consent(one);
    return one;
  }

  ask = ({ id, caseworker }: Case): Promise<string> =>
    this.tried(caseworker, (tx) => this.pay.app.get(FindingTriageService).askClient(tx, id));
  dismiss = ({ id, caseworker }: Case): Promise<string> =>
    this.tried(caseworker, (tx) => this.pay.app.get(FindingTriageService).dismiss(tx, id, 'DATA_ERROR'));
  consent = ({ id, client }: Case, isAgreed = true): Promise<string> =>
    this.tried(client, (tx) => this.pay.app.get(ClientFindingService).answer(tx, id, isAgreed));
  answer = ({ id, hr }: Case, given: Partial<GivenAnswer> = {}): Promise<string> =>
    this.tried(hr, (tx) =>
      this.pay.app
        .get(FindingAnswersService)
        .answer(tx, id, { response: 'ACCEPTED', reason: null, evidenceFileId: null, ...given }),
    );
  review = ({ id, caseworker }: Case, decision: 'REMEDY' | 'EXPLAINED' | 'ESCALATE' = 'REMEDY'): Promise<string> =>
    this.tried(caseworker, (tx) => this.pay.app.get(FindingReviewService).review(tx, id, decision));
  decide = ({ id }: Case, actor: Actor, decision: 'REMEDY' | 'FALSE_POSITIVE' = 'REMEDY'): Promise<string> =>
    this.tried(actor, (tx) => this.pay.app.get(FindingReviewService).decide(tx, id, decision));

  /** The id, or the codes of the refusal. */
  async tried(actor: Actor, act: (tx: Tx) => Promise<Outcome<{ id: string }>>): Promise<string> {
    const outcome = await this.pay.transactions.run(actor, act);
    await this.pay.work();
    return outcome.ok ? outcome.value.id : outcome.refusals.map(({ code }) => code).join();
  }

  /** Lets the morning's job run on the present day. */
  async morning(): Promise<void> {
    const actor = this.pay.system();
    const context = {
      actor,
      log: this.pay.app.get(Logger),
      transact: <T>(work: (tx: Tx) => Promise<T>) => this.pay.transactions.run(actor, work),
    };
    await this.pay.app.get(PayFindingsDueProcessor).handle(context);
    await this.pay.work();
  }

  /** Moves a finding's last day to yesterday, or to today. */
  async due(id: string, day: 'today' | 'yesterday', column = 'due_on'): Promise<void> {
    const ago = day === 'today' ? 0 : 1;
    await this.pay.rows(`update pay_finding set ${column} = $2::date - $3::int where id = $1`, [id, this.today(), ago]);
  }

  today(): Day {
    return dayOf(new Date(TODAY));
  }

  async stored(id: string): Promise<Record<string, unknown>> {
    const [row] = await this.pay.rows<Record<string, unknown>>(
      `select status, step_reason, consent_answer, response, response_reason, due_on::text, respond_by::text, appeal_until::text,
              paid_fen::int, confirmed_at is not null as confirmed, notified_at is not null as told, referral_answer, appealed_by
         from pay_finding where id = $1`,
      [id],
    );
    return row ?? {};
  }

  /** Where a finding came along, with the reasons. */
  async way(id: string): Promise<string[]> {
    const rows = await this.pay.rows<{ step: string }>(
      `select to_status || coalesce(' ' || reason, '') as step from pay_finding_event where finding_id = $1 order by finding_version`,
      [id],
    );
    return rows.map(({ step }) => step);
  }

  async paper(actor: Actor, bytes = PDF, name = 'paper.pdf'): Promise<string> {
    const taken = await this.pay.app.get(FilesService).take(actor, { name, bytes });
    if (!taken.ok) throw new Error('The paper is taken.');
    return taken.value.id;
  }

  /** A later month's line with back-pay for the finding's month. */
  async payBack(placementId: string, fen: number): Promise<void> {
    await this.pay.declare([{ placementId, baseFen: 200_000, period: '2026-10' }]);
    await this.pay.rows(`update payroll_line set arrears = $2 where placement_id = $1 and period = '2026-10'`, [
      placementId,
      JSON.stringify([{ period: PERIOD, fen }]),
    ]);
  }

  /** Tells the jobs that the later month came in. */
  async announce(): Promise<void> {
    const data = { organisationId: this.pay.enterprise, period: '2026-10' };
    await this.pay.transactions.run(this.pay.system(), (tx) =>
      this.pay.app.get(Outbox).add(tx, PayrollUploaded, { subjectId: randomUUID(), data }),
    );
    await this.pay.work();
  }

  /** An agreement of the bench's enterprise that is in force. */
  async anAgreement(): Promise<string> {
    const id = randomUUID();
    await this.pay.rows(
      `insert into cooperation_agreement (county_id, id, organisation_id, number, signed_on, effective_from, effective_to, pledged_slots,
                                          equal_pay_clause, status)
       values ($1, $2::uuid, $3, $2::text, '2026-01-01', '2026-01-01', '2027-12-31', 5, '同工同酬', 'ACTIVE')`,
      [this.pay.system().countyId, id, this.pay.enterprise],
    );
    return id;
  }

  supervisor(): Promise<Actor> {
    return this.member('SUPERVISOR', this.pay.person().caseworker.organisationId ?? '');
  }

  async member(role: Actor['role'], organisationId: string, clientId: string | null = null): Promise<Actor> {
    const [accountId, membershipId] = [randomUUID(), randomUUID()];
    const { countyId } = this.pay.system();
    await this.pay.rows(
      `insert into user_account (id, login, display_name, password_hash) values ($1::uuid, 'bench-' || $1::text, '', 'x')`,
      [accountId],
    );
    await this.pay.rows(
      `insert into membership (county_id, id, account_id, organisation_id, role, client_id, display_name, status)
       values ($1, $2, $3, $4, $5, $6, '测试', 'ACTIVE')`,
      [countyId, membershipId, accountId, organisationId, role, clientId],
    );
    return { countyId, role, accountId, membershipId, organisationId, clientId };
  }
}

/** The day on which a bench's clock starts. */
const TODAY = '2026-10-14T02:00:00.000Z';
