import { Injectable } from '@nestjs/common';
import type { Day } from '#domain/common/day';
import type { MilestoneStatus } from '#domain/follow-up/milestone-lifecycle';
import { visibleTo } from '#platform/access/visible';
import type { Tx } from '#platform/database/transaction';
import type { Page, PageRequest } from '#platform/database/page';

/** A milestone as read. */
export interface MilestoneRow {
  readonly id: string;
  readonly version: number;
  readonly placementId: string;
  readonly clientId: string;
  readonly code: string;
  readonly rawOn: Day;
  readonly dueOn: Day;
  readonly windowWorkingDays: number;
  readonly status: MilestoneStatus;
  readonly lastRemindedAt: Date | null;
  readonly caseworkerMembershipId: string | null;
}

const COLUMNS = `m.id, m.version, m.placement_id as "placementId", m.client_id as "clientId", m.code, m.raw_on::text as "rawOn",
  m.due_on::text as "dueOn", m.window_working_days as "windowWorkingDays", m.status, m.last_reminded_at as "lastRemindedAt",
  c.caseworker_membership_id as "caseworkerMembershipId"`;

const FROM = `follow_up_milestone m join client c on c.county_id = m.county_id and c.id = m.client_id`;

/** Milestones as people read them and record contacts for them. */
@Injectable()
export class FollowUpRepository {
  /** One page in order of due day, with one row more than asked for, and the size of the whole list. */
  async page(tx: Tx, statuses: readonly MilestoneStatus[] | null, request: PageRequest): Promise<Page<MilestoneRow>> {
    const visible = visibleTo(tx, 'follow_up_milestone', 'm');
    const where = `${visible.sql} and ($2::text[] is null or m.status = any($2))`;
    const [count] = await tx.query<{ n: number }>(`select count(*)::int as n from ${FROM} where ${where}`, [
      visible.value,
      statuses,
    ]);
    const rows = await tx.query<MilestoneRow>(
      `select ${COLUMNS} from ${FROM} where ${where} and ($3::date is null or (m.due_on, m.id) > ($3, $4::uuid))
        order by m.due_on, m.id limit $5`,
      [visible.value, statuses, request.after?.sortKey ?? null, request.after?.id ?? null, request.limit + 1],
    );
    return { rows, totalCount: count?.n ?? 0 };
  }

  /** The visible milestones among these ids. */
  byIds(tx: Tx, ids: readonly string[]): Promise<MilestoneRow[]> {
    const visible = visibleTo(tx, 'follow_up_milestone', 'm');
    return tx.query(`select ${COLUMNS} from ${FROM} where ${visible.sql} and m.id = any($2::uuid[])`, [
      visible.value,
      ids,
    ]);
  }

  /** The visible milestones of these clients or placements, in order of due day. */
  of(tx: Tx, parent: 'client' | 'placement', ids: readonly string[]): Promise<MilestoneRow[]> {
    const visible = visibleTo(tx, 'follow_up_milestone', 'm');
    return tx.query(
      `select ${COLUMNS} from ${FROM} where ${visible.sql} and m.${parent}_id = any($2::uuid[]) order by m.due_on, m.id`,
      [visible.value, ids],
    );
  }

  /** Milestones that wait for a contact and are due, earliest first, at most `limit`. */
  due(tx: Tx, today: Day, limit: number): Promise<MilestoneRow[]> {
    const visible = visibleTo(tx, 'follow_up_milestone', 'm');
    return tx.query(
      `select ${COLUMNS} from ${FROM} where ${visible.sql} and m.status in ('SCHEDULED', 'DUE', 'SNOOZED') and m.due_on <= $2
        order by m.due_on, m.id limit $3`,
      [visible.value, today, limit],
    );
  }

  /** Takes the row's lock: of two contacts at once, the second waits and reads what the first left. */
  async lock(tx: Tx, id: string): Promise<void> {
    await tx.query('select 1 from follow_up_milestone where id = $1 for update', [id]);
  }

  /** Writes a contact. */
  async insertContact(
    tx: Tx,
    contact: { id: string; clientId: string; channel: string; isTwoWay: boolean; durationMinutes: number | null },
  ): Promise<void> {
    await tx.query(
      `insert into contact (county_id, id, client_id, membership_id, channel, is_two_way, duration_minutes, occurred_at, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $8)`,
      [
        tx.actor.countyId,
        contact.id,
        contact.clientId,
        tx.actor.membershipId,
        contact.channel,
        contact.isTwoWay,
        contact.durationMinutes,
        tx.now,
      ],
    );
  }

  /** Counts an attempt; a contact id says that it was the one that did it. */
  async countAttempt(tx: Tx, id: string, contactId: string | null): Promise<void> {
    await tx.query(
      `update follow_up_milestone
          set attempts = least(attempts + 1, 100), version = version + 1,
              status = case when $2::uuid is null then status else 'DONE' end,
              contact_id = $2::uuid, done_at = case when $2::uuid is null then null else $3::timestamptz end
        where id = $1`,
      [id, contactId, tx.now],
    );
  }
}
