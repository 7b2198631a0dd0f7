import { Injectable } from '@nestjs/common';
import type { Day, Month } from '#domain/common/day';
import type { Fen } from '#domain/common/money';
import type { PayFindingStatus } from '#domain/pay-equity/finding-lifecycle';
import type { PayRuleCode, Severity } from '#domain/pay-equity/pay-codes';
import { visibleTo } from '#platform/access/visible';
import type { Tx } from '#platform/database/transaction';
import { PayFinding } from './pay-finding.entity';

/** A finding as its steps are judged by. */
export interface FindingFacts {
  readonly id: string;
  readonly clientId: string;
  readonly organisationId: string;
  readonly placementId: string;
  readonly period: Month;
  readonly ruleCode: PayRuleCode;
  readonly status: PayFindingStatus;
  readonly severity: Severity;
  readonly shortfallFen: Fen;
  readonly dueOn: Day | null;
  readonly stepReason: string | null;
  readonly respondBy: Day | null;
  readonly notifiedAt: Date | null;
  readonly consentGrantId: string | null;
  readonly triagedByMembershipId: string | null;
  readonly evidenceFileId: string | null;
  readonly referralAnswer: 'ASKED' | 'GIVEN' | 'DECLINED' | null;
  readonly referralOrganisationId: string | null;
  readonly referralGrantId: string | null;
  readonly appealUntil: Day | null;
  readonly appealedBy: 'CLIENT' | 'ENTERPRISE' | null;
}

const COLUMNS = `f.id, f.client_id as "clientId", f.organisation_id as "organisationId", f.placement_id as "placementId", f.period,
  f.rule_code as "ruleCode", f.status, f.severity, f.shortfall_fen::float8 as "shortfallFen", f.due_on::text as "dueOn", f.step_reason as "stepReason",
  f.respond_by::text as "respondBy", f.notified_at as "notifiedAt", f.consent_grant_id as "consentGrantId",
  f.triaged_by_membership_id as "triagedByMembershipId", f.evidence_file_id as "evidenceFileId",
  f.referral_answer as "referralAnswer", f.referral_organisation_id as "referralOrganisationId",
  f.referral_grant_id as "referralGrantId", f.appeal_until::text as "appealUntil", f.appealed_by as "appealedBy"`;

/** What steps read and write of a finding. */
@Injectable()
export class FindingStepsRepository {
  /** A visible finding, locked until the transaction ends; null where there is none. */
  async locked(tx: Tx, id: string): Promise<FindingFacts | null> {
    const visible = visibleTo(tx, 'pay_finding', 'f', { act: 'write' });
    const [row] = await tx.query<FindingFacts>(
      `select ${COLUMNS} from pay_finding f where ${visible.sql} and f.county_id = $2 and f.id = $3 for update of f`,
      [visible.value, tx.actor.countyId, id],
    );
    return row ?? null;
  }

  /** Goes on to the next state if the finding is still in `from`; false where somebody was faster. */
  async move(tx: Tx, id: string, from: PayFindingStatus, changes: Partial<PayFinding>): Promise<boolean> {
    const { affected } = await tx.manager.update(
      PayFinding,
      { countyId: tx.actor.countyId, id, status: from },
      { ...changes, version: () => 'version + 1' },
    );
    return affected === 1;
  }

  /** Says whether the actor is another natural person than who triaged the finding and who looks after the client. */
  async isAnotherPerson(tx: Tx, { clientId, triagedByMembershipId }: FindingFacts): Promise<boolean> {
    const [row] = await tx.query<{ ok: boolean }>(
      `select app.person_of($3) is distinct from app.person_of($4)
              and app.person_of($3) is distinct from app.person_of(c.caseworker_membership_id) as ok
         from client c where c.county_id = $1 and c.id = $2`,
      [tx.actor.countyId, clientId, tx.actor.membershipId, triagedByMembershipId],
    );
    return row?.ok ?? false;
  }

  /** The caseworker who looks after a client. */
  async caseworkerOf(tx: Tx, clientId: string): Promise<string | null> {
    const [row] = await tx.query<{ id: string | null }>(
      'select caseworker_membership_id as id from client where county_id = $1 and id = $2',
      [tx.actor.countyId, clientId],
    );
    return row?.id ?? null;
  }

  /** How many of the office's clients work at the enterprise now. */
  async clientsAt(tx: Tx, organisationId: string): Promise<number> {
    const [row] = await tx.query<{ n: number }>(
      `select count(distinct client_id)::int as n from placement
        where county_id = $1 and organisation_id = $2 and status in ('PROBATION', 'ACTIVE', 'PAUSED')`,
      [tx.actor.countyId, organisationId],
    );
    return row?.n ?? 0;
  }

  /** The organisations that a finding may be handed on to. */
  async authorities(tx: Tx): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `select id from organisation where county_id = $1 and kind = 'EMPLOYMENT_OFFICE' order by name, id`,
      [tx.actor.countyId],
    );
    return rows.map(({ id }) => id);
  }

  /** Says whether the organisation is one that a finding may be handed on to. */
  async isAuthority(tx: Tx, organisationId: string): Promise<boolean> {
    return (await this.authorities(tx)).includes(organisationId);
  }

  /** Says whether a consent is in force today. */
  async isLive(tx: Tx, grantId: string): Promise<boolean> {
    const rows = await tx.query(
      `select 1 from consent_grant where county_id = $1 and id = $2 and status = 'ACTIVE' and valid_to >= app.today()`,
      [tx.actor.countyId, grantId],
    );
    return rows.length === 1;
  }
}
