import { Injectable } from '@nestjs/common';
import type { Day, Month } from '#domain/common/day';
import type { Fen } from '#domain/common/money';
import type { PayFindingStatus } from '#domain/pay-equity/finding-lifecycle';
import type { ConsentAnswer, EnterpriseResponse } from '#domain/pay-equity/finding-steps';
import type { FindingClass, PayRuleCode, Severity } from '#domain/pay-equity/pay-codes';
import { visibleTo } from '#platform/access/visible';
import type { Tx } from '#platform/database/transaction';

/** What both sides read of a finding. */
interface SideRow {
  readonly id: string;
  readonly period: Month;
  readonly ruleCode: PayRuleCode;
  readonly status: PayFindingStatus;
  readonly shortfallFen: Fen;
  readonly dueOn: Day | null;
  readonly paidFen: Fen | null;
  readonly appealUntil: Day | null;
  readonly appealedBy: 'CLIENT' | 'ENTERPRISE' | null;
  readonly referralAnswer: 'ASKED' | 'GIVEN' | 'DECLINED' | null;
}

/** A finding as told to an enterprise. */
export interface ToldFindingRow extends SideRow {
  readonly clientId: string;
  readonly consentGrantId: string;
  readonly employeeNumber: string | null;
  readonly enterpriseName: string;
  readonly severity: Severity;
  readonly findingClass: FindingClass;
  readonly figures: Readonly<Record<string, string | number>>;
  readonly notifiedAt: Date;
  readonly confirmedAt: Date | null;
  readonly response: EnterpriseResponse | null;
  readonly responseReason: string | null;
  readonly hasEvidence: boolean;
}

/** A finding as the client reads it. */
export interface OwnFindingRow extends SideRow {
  readonly enterpriseName: string;
  readonly consentAnswer: ConsentAnswer | null;
  readonly referralName: string | null;
}

const SIDE = `f.id, f.period, f.rule_code as "ruleCode", f.status, f.shortfall_fen::float8 as "shortfallFen",
  f.due_on::text as "dueOn", f.paid_fen::float8 as "paidFen", f.appeal_until::text as "appealUntil",
  f.appealed_by as "appealedBy", f.referral_answer as "referralAnswer"`;

const MOST = 200;

/** Findings as enterprise and client read them. */
@Injectable()
export class FindingSidesRepository {
  /** What the actor's enterprise was told and may still read, unanswered first; all, or one. */
  told(tx: Tx, id: string | null = null): Promise<ToldFindingRow[]> {
    const visible = visibleTo(tx, 'pay_finding', 'f');
    return tx.query(
      `select ${SIDE}, f.client_id as "clientId", f.consent_grant_id as "consentGrantId", p.employee_pseudonym as "employeeNumber", o.name as "enterpriseName",
              f.severity, f.finding_class as "findingClass", f.figures, f.notified_at as "notifiedAt",
              f.confirmed_at as "confirmedAt", f.response, f.response_reason as "responseReason",
              f.evidence_file_id is not null as "hasEvidence"
         from pay_finding f join placement p on p.county_id = f.county_id and p.id = f.placement_id
         join organisation o on o.county_id = f.county_id and o.id = f.organisation_id
        where ${visible.sql} and f.status <> 'SUPERSEDED' and ($2::uuid is null or f.id = $2)
        order by f.status <> 'NOTIFIED', f.due_on nulls last, f.notified_at desc, f.id limit $3`,
      [visible.value, id, MOST],
    );
  }

  /** The client's own findings, from the moment at which somebody looked at them; what waits for her first. */
  own(tx: Tx, id: string | null = null): Promise<OwnFindingRow[]> {
    const visible = visibleTo(tx, 'pay_finding', 'f');
    return tx.query(
      `select ${SIDE}, o.name as "enterpriseName", f.consent_answer as "consentAnswer", a.name as "referralName"
         from pay_finding f join organisation o on o.county_id = f.county_id and o.id = f.organisation_id
         left join organisation a on a.county_id = f.county_id and a.id = f.referral_organisation_id
        where ${visible.sql} and f.client_id = $2 and f.status <> 'SUPERSEDED' and ($3::uuid is null or f.id = $3)
        order by f.status <> 'AWAITING_CLIENT_CONSENT', f.period desc, f.detected_at, f.id limit $4`,
      [visible.value, tx.actor.clientId, id, MOST],
    );
  }

  /** The client's own name, still encrypted. */
  async ownName(tx: Tx): Promise<Buffer | null> {
    const visible = visibleTo(tx, 'client', 'c');
    const [row] = await tx.query<{ nameEnc: Buffer }>(
      `select c.name_enc as "nameEnc" from client c where ${visible.sql} and c.id = $2`,
      [visible.value, tx.actor.clientId],
    );
    return row?.nameEnc ?? null;
  }
}
