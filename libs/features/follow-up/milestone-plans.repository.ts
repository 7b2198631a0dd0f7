import { Injectable } from '@nestjs/common';
import type { Day } from '#domain/common/day';
import type { DigestMilestone, EscalatedMilestone } from '#domain/follow-up/daily-digest';
import type { MilestoneChange, StandingMilestone } from '#domain/follow-up/milestone-replan';
import type { Tx } from '#platform/database/transaction';
import type { DigestEntry } from '#features/notifications';
import { FollowUpMilestone } from './follow-up-milestone.entity';

/** The placement that milestones are planned for. */
export interface PlannedPlacement {
  readonly clientId: string;
  readonly hireDate: Day;
}

/** A milestone that has come due. */
export interface WokenMilestone {
  readonly id: string;
  readonly clientId: string;
  /** False where it was put off before: its client has heard of it. */
  readonly isFirst: boolean;
}

const dayInShanghai = (instant: string): string => `(${instant} at time zone 'Asia/Shanghai')::date::text`;

const LADDER = `m.id, m.code, m.status, m.due_on::text as "dueOn", m.snoozed_until::text as "snoozedUntil",
  ${dayInShanghai('m.last_reminded_at')} as "lastRemindedOn", ${dayInShanghai('m.escalated_at')} as "escalatedOn"`;

/** Milestones as jobs plan, wake and cancel them. */
@Injectable()
export class MilestonePlansRepository {
  /** A placement that still has its slot, or null. */
  async livePlacement(tx: Tx, id: string): Promise<PlannedPlacement | null> {
    const [row] = await tx.query<PlannedPlacement>(
      `select client_id as "clientId", hire_date::text as "hireDate" from placement
        where county_id = $2 and id = $1 and status in ('PLANNED', 'PROBATION', 'ACTIVE', 'PAUSED')`,
      [id, tx.actor.countyId],
    );
    return row ?? null;
  }

  /** Inserts the milestones that the placement does not have yet. */
  async insertMissing(tx: Tx, milestones: readonly Partial<FollowUpMilestone>[]): Promise<void> {
    await tx.manager
      .createQueryBuilder()
      .insert()
      .into(FollowUpMilestone)
      .values([...milestones])
      .orIgnore()
      .updateEntity(false)
      .execute();
  }

  /** The milestones of a placement as they stand, locked, so that nobody completes one while it is planned anew. */
  standing(tx: Tx, placementId: string): Promise<StandingMilestone[]> {
    return tx.query(
      `select m.id, m.code, m.status, m.raw_on::text as "rawOn", m.due_on::text as "dueOn", m.is_provisional as "isProvisional",
              m.window_working_days as "windowWorkingDays", m.channel
         from follow_up_milestone m where m.county_id = $2 and m.placement_id = $1 order by m.id for update`,
      [placementId, tx.actor.countyId],
    );
  }

  /** Writes what a new planning changes; each change counts as another revision. */
  async change(tx: Tx, changes: readonly MilestoneChange[]): Promise<void> {
    if (changes.length === 0) return;
    await tx.query(
      `update follow_up_milestone m set raw_on = n."rawOn", due_on = n."dueOn", is_provisional = n."isProvisional", status = n.status,
              window_working_days = n."windowWorkingDays", channel = n.channel,
              revision = least(m.revision + 1, 1000), version = m.version + 1
         from jsonb_to_recordset($1::jsonb) as n (id uuid, "rawOn" date, "dueOn" date, "isProvisional" boolean, status text,
                                                "windowWorkingDays" integer, channel text)
        where m.county_id = $2 and m.id = n.id and m.status = 'SCHEDULED'`,
      [JSON.stringify(changes), tx.actor.countyId],
    );
  }

  /** Notes by which version of the template the placement's milestones to come are planned. */
  async adopt(tx: Tx, placementId: string, version: number): Promise<void> {
    await tx.query(
      `update follow_up_milestone m set template_version = $3
        where m.county_id = $2 and m.placement_id = $1 and m.status in ('SCHEDULED', 'COVERED') and m.template_version <> $3`,
      [placementId, tx.actor.countyId, version],
    );
  }

  /** Live placements with a milestone to come that was planned on a year whose table is there now. */
  settledByTable(tx: Tx): Promise<{ readonly id: string; readonly hireDate: Day }[]> {
    return tx.query(
      `select distinct p.id, p.hire_date::text as "hireDate"
         from follow_up_milestone m join placement p on p.county_id = m.county_id and p.id = m.placement_id
        where m.county_id = $1 and m.is_provisional and m.status = 'SCHEDULED'
          and p.status in ('PLANNED', 'PROBATION', 'ACTIVE', 'PAUSED')
          and exists (select from holiday h where h.year = extract(year from m.due_on))
          and exists (select from holiday h where h.year = extract(year from m.raw_on)) order by p.id`,
      [tx.actor.countyId],
    );
  }

  /** Cancels what is open of placements that are over; of one placement, or of all in the county. */
  async cancelOpen(tx: Tx, placementId: string | null): Promise<number> {
    const cancelled = await tx.query(
      `update follow_up_milestone m set status = 'CANCELLED', version = m.version + 1
         from placement p
        where m.county_id = $2 and p.county_id = m.county_id and p.id = m.placement_id and p.status in ('ENDED', 'CANCELLED')
          and m.status in ('SCHEDULED', 'DUE', 'SNOOZED') and ($1::uuid is null or p.id = $1)
       returning m.id`,
      [placementId, tx.actor.countyId],
    );
    return cancelled.length;
  }

  /** Wakes what is due today or earlier, a snoozed one when its pause is over; of one placement, or of all in the county. */
  wakeDue(tx: Tx, today: Day, placementId: string | null): Promise<WokenMilestone[]> {
    return tx.query(
      `with due as (
         select county_id, id, status from follow_up_milestone
          where county_id = $3 and (status = 'SCHEDULED' and due_on <= $1 or status = 'SNOOZED' and snoozed_until <= $1)
            and ($2::uuid is null or placement_id = $2) order by id for no key update)
       update follow_up_milestone m set status = 'DUE', version = m.version + 1
         from due where m.county_id = due.county_id and m.id = due.id
       returning m.id, m.client_id as "clientId", due.status = 'SCHEDULED' as "isFirst"`,
      [today, placementId, tx.actor.countyId],
    );
  }

  /** Due milestones with each caseworker who is reminded of them, the client's own and who stands in for her today; of one placement, or of all in the county. */
  waiting(tx: Tx, today: Day, placementId: string | null): Promise<DigestMilestone[]> {
    return tx.query(
      `select ${LADDER}, keeper.id as "caseworkerId"
         from follow_up_milestone m join client c on c.county_id = m.county_id and c.id = m.client_id
         cross join lateral (
           select c.caseworker_membership_id as id where c.caseworker_membership_id is not null
           union all
           select d.deputy_membership_id from caseload_deputy d
            where d.county_id = c.county_id and d.caseworker_membership_id = c.caseworker_membership_id
              and d.ended_at is null and $2::date between d.from_on and d.to_on) keeper
        where m.county_id = $3 and m.status = 'DUE' and ($1::uuid is null or m.placement_id = $1)`,
      [placementId, today, tx.actor.countyId],
    );
  }

  /** Due milestones of the whole county as a supervisor is told of them, whoever looks after the client. */
  waitingForSupervisor(tx: Tx, today: Day): Promise<EscalatedMilestone[]> {
    return tx.query(
      `select ${LADDER} from follow_up_milestone m
        where m.county_id = $1 and m.status = 'DUE' and coalesce(m.snoozed_until, m.due_on) < $2::date`,
      [tx.actor.countyId, today],
    );
  }

  /** The supervisors who have a work address. */
  async supervisors(tx: Tx): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `select id from membership
        where county_id = $1 and role = 'SUPERVISOR' and status = 'ACTIVE' and work_email is not null order by id`,
      [tx.actor.countyId],
    );
    return rows.map(({ id }) => id);
  }

  /** Notes that supervisors were told. */
  async markEscalated(tx: Tx, ids: readonly string[]): Promise<void> {
    await tx.query('update follow_up_milestone set escalated_at = $2 where id = any($1::uuid[])', [ids, tx.now]);
  }

  /** The lines of a digest: the milestones among these that still wait, late ones first. */
  digestEntries(tx: Tx, ids: readonly string[]): Promise<DigestEntry[]> {
    return tx.query(
      `select c.file_number as "fileNumber", m.due_on::text as "dueOn"
         from follow_up_milestone m join client c on c.county_id = m.county_id and c.id = m.client_id
        where m.county_id = $2 and m.id = any($1::uuid[]) and m.status in ('DUE', 'SNOOZED') order by m.due_on, c.file_number`,
      [ids, tx.actor.countyId],
    );
  }

  /** Notes that the caseworker was reminded. */
  async markReminded(tx: Tx, ids: readonly string[]): Promise<void> {
    await tx.query('update follow_up_milestone set last_reminded_at = $2 where id = any($1::uuid[])', [ids, tx.now]);
  }
}
