import { Injectable } from '@nestjs/common';
import type { Day, Month } from '#domain/common/day';
import type { Fen } from '#domain/common/money';
import { OPEN_FINDING_STATES, type PayFindingStatus } from '#domain/pay-equity/finding-lifecycle';
import type { ConsentAnswer, EnterpriseResponse } from '#domain/pay-equity/finding-steps';
import type { EvidenceGrade, FindingClass, PayRuleCode, PayVerdict, Severity } from '#domain/pay-equity/pay-codes';
import { visibleTo } from '#platform/access/visible';
import type { Tx } from '#platform/database/transaction';
import { instantKey, instantPage, type InstantPage, type PageRequest } from '#platform/database/page';

/** A finding as read. */
export interface PayFindingRow {
  readonly id: string;
  readonly version: number;
  readonly clientId: string;
  readonly organisationId: string;
  readonly period: Month;
  readonly ruleCode: PayRuleCode;
  readonly status: PayFindingStatus;
  readonly verdict: PayVerdict;
  readonly severity: Severity;
  readonly findingClass: FindingClass;
  readonly shortfallFen: Fen;
  readonly figures: Readonly<Record<string, string | number>>;
  readonly evidence: EvidenceGrade | null;
  readonly detectedAt: Date;
  readonly comparatorCount: number | null;
  readonly dueOn: Day | null;
  readonly stepReason: string | null;
  readonly notifiedAt: Date | null;
  readonly respondBy: Day | null;
  readonly consentAnswer: ConsentAnswer | null;
  readonly response: EnterpriseResponse | null;
  readonly responseReason: string | null;
  readonly respondedAt: Date | null;
  readonly hasEvidence: boolean;
  readonly confirmedAt: Date | null;
  readonly escalatedAt: Date | null;
  readonly resolvedAt: Date | null;
  readonly paidFen: Fen | null;
  readonly referralOrganisationId: string | null;
  readonly referralAnswer: 'ASKED' | 'GIVEN' | 'DECLINED' | null;
  readonly appealUntil: Day | null;
  readonly appealedBy: 'CLIENT' | 'ENTERPRISE' | null;
  readonly retaliationNotedAt: Date | null;
  readonly employmentEndedOn: Day | null;
  /** True where the reader is another natural person than who triaged it and who looks after the client. */
  readonly mayDecide: boolean;
}

/** What a list is narrowed to. */
export interface FindingCriteria {
  readonly period: Month | null;
  readonly statuses: readonly PayFindingStatus[] | null;
}

/** What a month's check says to the client herself. */
export interface OwnPayCheckRow {
  readonly period: Month;
  readonly verdict: PayVerdict;
  readonly receivedFen: Fen | null;
  readonly countedFen: Fen | null;
  readonly minimumFen: Fen | null;
  readonly shortfallFen: Fen;
  readonly minimumWageVerified: boolean;
}

const COLUMNS = `f.id, f.version, f.client_id as "clientId", f.organisation_id as "organisationId", f.period, f.rule_code as "ruleCode",
  f.status, f.verdict, f.severity, f.finding_class as "findingClass", f.shortfall_fen::float8 as "shortfallFen", f.figures,
  f.evidence, f.detected_at as "detectedAt", (r.comparator ->> 'm')::int as "comparatorCount",
  coalesce(f.due_on, case when f.status in ('DETECTED', 'TRIAGE') then f.triage_due_on end)::text as "dueOn",
  f.step_reason as "stepReason", f.notified_at as "notifiedAt", f.respond_by::text as "respondBy",
  f.consent_answer as "consentAnswer", f.response, f.response_reason as "responseReason", f.responded_at as "respondedAt",
  f.evidence_file_id is not null as "hasEvidence", f.confirmed_at as "confirmedAt", f.escalated_at as "escalatedAt",
  f.resolved_at as "resolvedAt", f.paid_fen::float8 as "paidFen", f.referral_organisation_id as "referralOrganisationId",
  f.referral_answer as "referralAnswer", f.appeal_until::text as "appealUntil", f.appealed_by as "appealedBy",
  f.retaliation_noted_at as "retaliationNotedAt", p.ended_on::text as "employmentEndedOn",
  app.person_of(f.triaged_by_membership_id) is distinct from app.person_of(($1::text[])[3]::uuid)
    and app.person_of(c.caseworker_membership_id) is distinct from app.person_of(($1::text[])[3]::uuid) as "mayDecide"`;

const FROM = `pay_finding f join client c on c.county_id = f.county_id and c.id = f.client_id
  left join placement p on p.county_id = f.county_id and p.id = f.placement_id
  left join pay_check_result r on r.county_id = f.county_id and r.id = f.result_id`;

const ON_THE_BOARD = OPEN_FINDING_STATES.concat('REFERRED');

/** Findings and results as people read them. */
@Injectable()
export class PayFindingsRepository {
  /** One page, latest first, with one row more than asked for, and the size of the whole list. */
  async page(tx: Tx, { period, statuses }: FindingCriteria, request: PageRequest): Promise<InstantPage<PayFindingRow>> {
    const visible = visibleTo(tx, 'pay_finding', 'f');
    const where = `${visible.sql} and ($2::text is null or f.period = $2) and ($3::text[] is null or f.status = any($3))`;
    const parameters = [visible.value, period, statuses];
    const [count] = await tx.query<{ n: number }>(`select count(*)::int as n from ${FROM} where ${where}`, parameters);
    const rows = await tx.query<PayFindingRow & { readonly pageKey: string }>(
      `select ${COLUMNS}, ${instantKey('f.detected_at')} from ${FROM} where ${where} and ($4::timestamptz is null or (f.detected_at, f.id) < ($4, $5::uuid))
        order by f.detected_at desc, f.id desc limit $6`,
      [...parameters, request.after?.sortKey ?? null, request.after?.id ?? null, request.limit + 1],
    );
    return instantPage(rows, count?.n ?? 0);
  }

  /** The visible findings of these clients that were not superseded, latest first. */
  ofClients(tx: Tx, clientIds: readonly string[]): Promise<PayFindingRow[]> {
    const visible = visibleTo(tx, 'pay_finding', 'f');
    return tx.query(
      `select ${COLUMNS} from ${FROM} where ${visible.sql} and f.client_id = any($2::uuid[]) and f.status <> 'SUPERSEDED'
        order by f.period desc, f.detected_at desc, f.id`,
      [visible.value, clientIds],
    );
  }

  /** The visible findings that wait for the caseworker, for a first look or for weighing an answer; most pressing first. */
  toTriage(tx: Tx, limit: number): Promise<PayFindingRow[]> {
    const visible = visibleTo(tx, 'pay_finding', 'f');
    return tx.query(
      `select ${COLUMNS} from ${FROM} where ${visible.sql} and f.status in ('DETECTED', 'TRIAGE', 'RESPONDED', 'NO_RESPONSE', 'UNDER_REVIEW')
        order by array_position(array['CRITICAL', 'MAJOR', 'MODERATE', 'INFO'], f.severity), f.detected_at, f.id limit $2`,
      [visible.value, limit],
    );
  }

  /** One visible finding; null where there is none. */
  async byId(tx: Tx, id: string): Promise<PayFindingRow | null> {
    const visible = visibleTo(tx, 'pay_finding', 'f');
    const [row] = await tx.query<PayFindingRow>(
      `select ${COLUMNS} from ${FROM} where ${visible.sql} and f.county_id = $2 and f.id = $3`,
      [visible.value, tx.actor.countyId, id],
    );
    return row ?? null;
  }

  /** The visible findings that somebody still has to act on, what is due first above. */
  board(tx: Tx, limit: number): Promise<PayFindingRow[]> {
    const visible = visibleTo(tx, 'pay_finding', 'f');
    return tx.query(
      `select ${COLUMNS} from ${FROM} where ${visible.sql} and f.status = any($2)
        order by coalesce(f.due_on, f.triage_due_on) nulls last, f.detected_at, f.id limit $3`,
      [visible.value, ON_THE_BOARD, limit],
    );
  }

  /** The client's own months, latest first. */
  ofOneself(tx: Tx, limit: number): Promise<OwnPayCheckRow[]> {
    return this.months(tx, [tx.actor.clientId ?? ''], limit);
  }

  /** The visible months of these clients, latest first. */
  months(
    tx: Tx,
    clientIds: readonly string[],
    limit: number,
  ): Promise<(OwnPayCheckRow & { readonly clientId: string })[]> {
    const visible = visibleTo(tx, 'pay_check_result', 'r');
    return tx.query(
      `select r.client_id as "clientId", r.period, r.verdict, r.received_fen::float8 as "receivedFen", r.counted_fen::float8 as "countedFen",
              r.minimum_fen::float8 as "minimumFen", r.shortfall_fen::float8 as "shortfallFen",
              coalesce(w.verified, false) as "minimumWageVerified"
         from pay_check_result r left join minimum_wage w on w.id = r.minimum_wage_id
        where ${visible.sql} and r.client_id = any($2::uuid[]) and r.is_current order by r.period desc, r.id limit $3`,
      [visible.value, clientIds, limit],
    );
  }
}
