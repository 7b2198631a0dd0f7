import { Injectable } from '@nestjs/common';
import type { AgreementStatus } from '#domain/agreements/agreement-lifecycle';
import type { Day } from '#domain/common/day';
import { visibleTo } from '#platform/access/visible';
import { keepPlan } from '#platform/database/kept-plan';
import type { Tx } from '#platform/database/transaction';

/** An agreement with its slots counted. */
export interface AgreementRow {
  readonly id: string;
  readonly organisationId: string;
  readonly effectiveFrom: Day;
  /** The last day inside. */
  readonly effectiveTo: Day;
  /** Slots promised, approved amendments included. */
  readonly pledgedSlots: number;
  /** Slots of positions that are published or stale. */
  readonly publishedSlots: number;
  readonly filledSlots: number;
  readonly status: AgreementStatus;
}

const SELECT = `select a.id, a.organisation_id as "organisationId", a.effective_from::text as "effectiveFrom",
    a.effective_to::text as "effectiveTo", a.pledged_slots + a.amended_slots as "pledgedSlots",
    published.slots as "publishedSlots", filled.slots as "filledSlots", a.status
  from cooperation_agreement a
  cross join lateral (
    select coalesce(sum(p.slots_total), 0)::int as slots from position p
     where p.county_id = a.county_id and p.agreement_id = a.id and p.status in ('PUBLISHED', 'STALE')) published
  cross join lateral (
    select count(*)::int as slots
      from position p join job_slot s on s.county_id = p.county_id and s.position_id = p.id
     where p.county_id = a.county_id and p.agreement_id = a.id and s.status = 'FILLED') filled`;

/** Every query about agreements, by name. */
@Injectable()
export class AgreementsRepository {
  /** The visible agreements, those that end first above. */
  async all(tx: Tx): Promise<AgreementRow[]> {
    const visible = visibleTo(tx, 'cooperation_agreement', 'a');
    return tx.query<AgreementRow>(`${SELECT} where ${visible.sql} and a.county_id = $2 order by a.effective_to, a.id`, [
      visible.value,
      tx.actor.countyId,
    ]);
  }

  /** The visible agreements among these ids. */
  async byIds(tx: Tx, ids: readonly string[]): Promise<AgreementRow[]> {
    const visible = visibleTo(tx, 'cooperation_agreement', 'a');
    return tx.query<AgreementRow>(
      keepPlan(`${SELECT} where ${visible.sql} and a.county_id = $2 and a.id = any($3::uuid[])`),
      [visible.value, tx.actor.countyId, ids],
    );
  }

  /** Moves every agreement in one of the states whose last day lies before `today` to EXPIRED; gives their ids. */
  async expire(tx: Tx, from: readonly AgreementStatus[], today: Day): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `update cooperation_agreement set status = 'EXPIRED', version = version + 1
        where county_id = $1 and status = any($2) and effective_to < $3::date returning id`,
      [tx.actor.countyId, from, today],
    );
    return rows.map(({ id }) => id);
  }

  /** Moves an enterprise's agreements from one state to the other, with the reason of a suspension; gives their ids. */
  async moveOf(
    tx: Tx,
    organisationId: string,
    {
      from,
      to,
      reason,
    }: { readonly from: AgreementStatus; readonly to: AgreementStatus; readonly reason: string | null },
  ): Promise<string[]> {
    const visible = visibleTo(tx, 'cooperation_agreement', 'a', { act: 'write' });
    const rows = await tx.query<{ id: string }>(
      `update cooperation_agreement a set status = $4, suspension_reason = $5, version = a.version + 1
        where ${visible.sql} and a.organisation_id = $2 and a.status = $3 returning a.id`,
      [visible.value, organisationId, from, to, reason],
    );
    return rows.map(({ id }) => id);
  }
}
