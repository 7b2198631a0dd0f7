import { Injectable } from '@nestjs/common';
import type { AgreementStatus } from '#domain/agreements/agreement-lifecycle';
import type { EntryStatus } from '#domain/clients/entry-lifecycle';
import type { Fen } from '#domain/common/money';
import type { Shift } from '#domain/positions/position-codes';
import type { PositionStatus } from '#domain/positions/position-lifecycle';
import type { ReferralSource } from '#domain/referrals/referral-codes';
import { STATES_ON_CONSENT, type ReferralStatus } from '#domain/referrals/referral-lifecycle';
import { dayOf, type Day } from '#domain/common/day';
import { columnFor, visibleTo } from '#platform/access/visible';
import { keepPlan, PLAN_KEPT } from '#platform/database/kept-plan';
import type { Tx } from '#platform/database/transaction';
import { instantKey, instantPage, type InstantPage, type PageRequest } from '#platform/database/page';
import { Referral } from './referral.entity';

/** A referral as read, with what its guards ask of position and agreement. */
export interface ReferralRow {
  readonly id: string;
  readonly version: number;
  readonly clientId: string;
  readonly positionId: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly cardCode: string;
  readonly source: ReferralSource;
  readonly status: ReferralStatus;
  readonly score: number | null;
  readonly refusalReason: string | null;
  readonly proposedAt: Date;
  readonly answerDueOn: Day | null;
  readonly consentGrantId: string | null;
  readonly sentAt: Date | null;
  readonly respondBy: Day | null;
  readonly viewedAt: Date | null;
  readonly invitationAt: Date | null;
  readonly invitationPlace: string | null;
  readonly paidWorkSampleHours: number | null;
  readonly invitationAcceptedAt: Date | null;
  readonly offerPayFen: Fen | null;
  readonly offerWeeklyHours: number | null;
  readonly offerShift: Shift | null;
  readonly offerHireDate: Day | null;
  readonly offerContractTo: Day | null;
  readonly offerProbationEndOn: Day | null;
  readonly offerPayCycleDays: number | null;
  readonly slotHeldUntil: Date | null;
  readonly positionStatus: PositionStatus;
  readonly positionWeeklyHours: number;
  readonly postedMinFen: Fen;
  readonly jobCode: string;
  readonly grade: string;
  readonly agreementStatus: AgreementStatus;
  readonly agreementFrom: Day;
  readonly agreementTo: Day;
}

/** What a list is narrowed to. */
export interface ReferralCriteria {
  readonly status: readonly ReferralStatus[] | null;
  readonly positionId: string | null;
  readonly clientId: string | null;
}

const columns = (
  tx: Tx,
): string => `r.id, r.version, r.client_id as "clientId", r.position_id as "positionId", r.organisation_id as "organisationId",
  o.name as "organisationName", r.card_code as "cardCode", r.source, r.status, ${columnFor(tx, 'referral', 'r', 'score')} as score, r.refusal_reason as "refusalReason",
  r.proposed_at as "proposedAt", r.answer_due_on as "answerDueOn", r.consent_grant_id as "consentGrantId", r.sent_at as "sentAt",
  r.respond_by as "respondBy", r.viewed_at as "viewedAt", r.invitation_at as "invitationAt",
  r.invitation_place as "invitationPlace", r.paid_work_sample_hours as "paidWorkSampleHours",
  r.invitation_accepted_at as "invitationAcceptedAt", r.offer_pay_fen as "offerPayFen", r.offer_weekly_hours as "offerWeeklyHours",
  r.offer_shift as "offerShift", r.offer_hire_date as "offerHireDate", r.offer_contract_to as "offerContractTo",
  r.offer_probation_end_on as "offerProbationEndOn", r.offer_pay_cycle_days as "offerPayCycleDays", j.held_until as "slotHeldUntil",
  p.status as "positionStatus", p.weekly_hours as "positionWeeklyHours", p.pay_min_fen as "postedMinFen", p.job_code as "jobCode", p.grade,
  a.status as "agreementStatus", a.effective_from as "agreementFrom", a.effective_to as "agreementTo"`;

const FROM = `referral r
  join organisation o on o.county_id = r.county_id and o.id = r.organisation_id
  join position p on p.county_id = r.county_id and p.id = r.position_id
  join cooperation_agreement a on a.county_id = p.county_id and a.id = p.agreement_id
  left join job_slot j on j.county_id = r.county_id and j.held_for = r.id`;

/** Rests on a consent that ended by the calendar, with none in its place; $1 county, $2 today, $3 the states that rest on one. */
const CONSENT_RAN_OUT = `r.county_id = $1 and r.status = any ($3)
  and exists (select from consent_grant g
               where g.county_id = r.county_id and g.id = r.consent_grant_id and g.valid_to < $2::date)
  and not exists (select from consent_grant n
                   where n.county_id = r.county_id and n.client_id = r.client_id
                     and n.recipient_organisation_id = r.organisation_id and n.purpose = 'SHARE_PROFILE'
                     and 'PROFILE' = any (n.field_groups) and n.status = 'ACTIVE' and n.valid_from <= $2::date
                     and n.valid_to >= $2::date)`;

/** Every query about referrals, by name. */
@Injectable()
export class ReferralsRepository {
  /** One page, the newest proposal above, with one row more than asked for. */
  async page(tx: Tx, criteria: ReferralCriteria, request: PageRequest): Promise<InstantPage<ReferralRow>> {
    const visible = visibleTo(tx, 'referral', 'r');
    const where = `${visible.sql} and ($2::text[] is null or r.status = any ($2))
      and ($3::uuid is null or r.position_id = $3) and ($4::uuid is null or r.client_id = $4)`;
    const parameters = [visible.value, criteria.status, criteria.positionId, criteria.clientId];
    const [count] = await tx.query<{ n: number }>(
      `select count(*)::int as n from referral r where ${where}`,
      parameters,
    );
    const rows = await tx.query<ReferralRow & { readonly pageKey: string }>(
      `select ${columns(tx)}, ${instantKey('r.proposed_at')} from ${FROM} where ${where} and ($5::timestamptz is null or (r.proposed_at, r.id) < ($5, $6::uuid))
        order by r.proposed_at desc, r.id desc limit $7`,
      [...parameters, request.after?.sortKey ?? null, request.after?.id ?? null, request.limit + 1],
    );
    return instantPage(rows, count?.n ?? 0);
  }

  /** The visible referrals among these ids. */
  byIds(tx: Tx, ids: readonly string[]): Promise<ReferralRow[]> {
    const visible = visibleTo(tx, 'referral', 'r');
    return tx.query(`select ${columns(tx)} from ${FROM} where ${visible.sql} and r.id = any ($2::uuid[])`, [
      visible.value,
      ids,
    ]);
  }

  /** The visible referrals of these clients, the newest above. */
  ofClients(tx: Tx, clientIds: readonly string[]): Promise<ReferralRow[]> {
    const visible = visibleTo(tx, 'referral', 'r');
    return tx.query(
      `select ${columns(tx)} from ${FROM} where ${visible.sql} and r.client_id = any ($2::uuid[]) order by r.proposed_at desc, r.id desc`,
      [visible.value, clientIds],
    );
  }

  /**
   * Takes the row's lock and reads it as it stands today; null where there is none or the actor may not see it. One whose
   * consent ran out by the calendar reads as WITHDRAWN from the day's first minute, whether or not the job came by.
   */
  async locked(tx: Tx, id: string): Promise<ReferralRow | null> {
    const row = await this.lockedAsStored(tx, id);
    if (row === null || row.consentGrantId === null || !STATES_ON_CONSENT.includes(row.status)) return row;
    return (await this.withoutConsent(tx, id)).length === 0 ? row : { ...row, status: 'WITHDRAWN' };
  }

  /** Takes the row's lock and reads it, whatever the calendar says. */
  async lockedAsStored(tx: Tx, id: string): Promise<ReferralRow | null> {
    const found = await tx.query('select 1 from referral where county_id = $2 and id = $1 for update', [
      id,
      tx.actor.countyId,
    ]);
    if (found.length === 0) return null;
    const [row] = await this.byIds(tx, [id]);
    return row ?? null;
  }

  /** Whether an enterprise has a referral of this card code. */
  async isCardTaken(tx: Tx, organisationId: string, cardCode: string): Promise<boolean> {
    const rows = await tx.query(
      keepPlan('select 1 from referral r where r.county_id = $1 and r.organisation_id = $2 and r.card_code = $3'),
      [tx.actor.countyId, organisationId, cardCode],
    );
    return rows.length > 0;
  }

  async insert(tx: Tx, referral: Partial<Referral>): Promise<void> {
    const insert = tx.manager.createQueryBuilder().insert().into(Referral).values(referral);
    await insert.comment(PLAN_KEPT).updateEntity(false).execute();
  }

  /** Writes a step of a locked row. */
  async update(tx: Tx, row: ReferralRow, changes: Partial<Referral>): Promise<void> {
    await tx.manager.update(
      Referral,
      { countyId: tx.actor.countyId, id: row.id },
      { ...changes, version: row.version + 1, statusChangedAt: tx.now },
    );
  }

  /** State of a client's entry; null where the actor may not see her. */
  async entryStatus(tx: Tx, clientId: string): Promise<EntryStatus | null> {
    const visible = visibleTo(tx, 'programme_entry', 'e');
    const [row] = await tx.query<{ status: EntryStatus }>(
      keepPlan(`select e.status from programme_entry e where ${visible.sql} and e.client_id = $2`),
      [visible.value, clientId],
    );
    return row?.status ?? null;
  }

  /** Locks and gives the referrals of a client to an enterprise that are still open. */
  async lockOpen(
    tx: Tx,
    clientId: string,
    organisationId: string | null,
    open: readonly ReferralStatus[],
  ): Promise<ReferralRow[]> {
    const ids = await tx.query<{ id: string }>(
      keepPlan(
        `select id from referral where county_id = $4 and client_id = $1 and ($2::uuid is null or organisation_id = $2)
            and status = any ($3) order by id for update`,
      ),
      [clientId, organisationId, open, tx.actor.countyId],
    );
    if (ids.length === 0) return [];
    return this.byIds(
      tx,
      ids.map(({ id }) => id),
    );
  }

  /** Ids of the referrals, or of this one, whose consent ran out by the calendar and was not given anew. */
  async withoutConsent(tx: Tx, id: string | null = null): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `select r.id from referral r where ${CONSENT_RAN_OUT} and ($4::uuid is null or r.id = $4) order by r.id limit 1000`,
      [tx.actor.countyId, dayOf(tx.now), STATES_ON_CONSENT, id],
    );
    return rows.map((row) => row.id);
  }

  /** Ids of open referrals whose time, or whose hold, may have run out; the rule decides each under its lock. */
  async lapsing(tx: Tx, today: Day): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `select r.id from referral r left join job_slot j on j.county_id = r.county_id and j.held_for = r.id
        where r.county_id = $3 and (r.status in ('PROPOSED', 'CONSENTED') and r.answer_due_on < $1
           or r.status in ('SENT', 'VIEWED') and r.respond_by < $1
           or r.status in ('INVITED', 'INTERVIEW') and r.invitation_at < $2
           or j.held_until <= $2)
        order by r.id limit 1000`,
      [today, tx.now, tx.actor.countyId],
    );
    return rows.map(({ id }) => id);
  }
}
