import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Day } from '#domain/common/day';
import type { ContactChannel } from '#domain/follow-up/contact-codes';
import type { MilestoneStatus } from '#domain/follow-up/milestone-lifecycle';
import type { Attempt } from '#domain/follow-up/missed-contact';
import type { SnoozeReason } from '#domain/follow-up/snooze';
import { visibleTo } from '#platform/access/visible';
import type { Tx } from '#platform/database/transaction';
import type { Page, PageRequest } from '#platform/database/page';

/** A contact to be written. */
export interface NewContactRow {
  readonly id: string;
  readonly clientId: string;
  readonly milestoneId: string;
  /** Who was in contact; left out where it is the actor. */
  readonly membershipId?: string;
  readonly channel: ContactChannel;
  readonly isTwoWay: boolean;
  readonly durationMinutes: number | null;
}

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
  readonly attempts: number;
  readonly snoozes: number;
  /** The day to which it was put off last; null = never. */
  readonly snoozedUntil: Day | null;
  readonly escalatedAt: Date | null;
  readonly lastRemindedAt: Date | null;
  readonly caseworkerMembershipId: string | null;
}

const COLUMNS = `m.id, m.version, m.placement_id as "placementId", m.client_id as "clientId", m.code, m.raw_on::text as "rawOn",
  m.due_on::text as "dueOn", m.window_working_days as "windowWorkingDays", m.status, m.attempts, m.snoozes,
  m.snoozed_until::text as "snoozedUntil", m.escalated_at as "escalatedAt", m.last_reminded_at as "lastRemindedAt",
  c.caseworker_membership_id as "caseworkerMembershipId"`;

const FROM = `follow_up_milestone m join client c on c.county_id = m.county_id and c.id = m.client_id`;

/** The day from which a milestone waits: its due day, or the one to which it was put off. */
const WAITS_FROM = 'coalesce(m.snoozed_until, m.due_on)';

/** Which milestones of a list. */
export interface MilestoneFilter {
  /** Null = in any state. */
  readonly statuses: readonly MilestoneStatus[] | null;
  /** Only those open that wait since before this day; null = all. */
  readonly before: Day | null;
}

/** Milestones as people read them and record contacts for them. */
@Injectable()
export class FollowUpRepository {
  /** One page in order of due day, with one row more than asked for, and the size of the whole list. */
  async page(tx: Tx, { statuses, before }: MilestoneFilter, request: PageRequest): Promise<Page<MilestoneRow>> {
    const visible = visibleTo(tx, 'follow_up_milestone', 'm');
    const where = `${visible.sql} and ($2::text[] is null or m.status = any($2))
      and ($3::date is null or m.status in ('SCHEDULED', 'DUE', 'SNOOZED') and ${WAITS_FROM} < $3)`;
    const values = [visible.value, statuses, before];
    const [count] = await tx.query<{ n: number }>(`select count(*)::int as n from ${FROM} where ${where}`, values);
    const rows = await tx.query<MilestoneRow>(
      `select ${COLUMNS} from ${FROM} where ${where} and ($4::date is null or (m.due_on, m.id) > ($4, $5::uuid))
        order by m.due_on, m.id limit $6`,
      [...values, request.after?.sortKey ?? null, request.after?.id ?? null, request.limit + 1],
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
      `select ${COLUMNS} from ${FROM} where ${visible.sql} and m.status in ('SCHEDULED', 'DUE', 'SNOOZED') and ${WAITS_FROM} <= $2
        order by m.due_on, m.id limit $3`,
      [visible.value, today, limit],
    );
  }

  /** The last follow-up of each placement that still runs, where it ended without a contact; latest first, at most `limit`. */
  unreached(tx: Tx, limit: number): Promise<MilestoneRow[]> {
    const visible = visibleTo(tx, 'follow_up_milestone', 'm');
    return tx.query(
      `select ${COLUMNS} from ${FROM}
         join placement p on p.county_id = m.county_id and p.id = m.placement_id and p.status in ('PROBATION', 'ACTIVE', 'PAUSED')
        where ${visible.sql} and m.status = 'UNREACHED' and not exists (
          select from follow_up_milestone l where l.county_id = m.county_id and l.placement_id = m.placement_id
             and l.status in ('DONE', 'DECLINED', 'UNREACHED') and (l.due_on, l.id) > (m.due_on, m.id))
        order by m.due_on desc, m.id limit $2`,
      [visible.value, limit],
    );
  }

  /** Takes the row's lock: of two contacts at once, the second waits and reads what the first left. */
  async lock(tx: Tx, id: string): Promise<void> {
    await tx.query('select 1 from follow_up_milestone where id = $1 for update', [id]);
  }

  /** Writes a contact for a milestone, in the actor's name or of somebody named. */
  async insertContact(tx: Tx, contact: NewContactRow): Promise<void> {
    await tx.query(
      `insert into contact (county_id, id, client_id, milestone_id, membership_id, channel, is_two_way, duration_minutes, occurred_at, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)`,
      [
        tx.actor.countyId,
        contact.id,
        contact.clientId,
        contact.milestoneId,
        contact.membershipId ?? tx.actor.membershipId,
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

  /** Completes a milestone by the answers that the client gave in the application. */
  async completeByAnswers(
    tx: Tx,
    { id: milestoneId, clientId }: MilestoneRow,
    given: { readonly givenByMembershipId: string },
  ): Promise<void> {
    const id = uuidv7();
    await this.insertContact(tx, {
      id,
      clientId,
      milestoneId,
      membershipId: given.givenByMembershipId,
      channel: 'IN_APP',
      isTwoWay: true,
      durationMinutes: null,
    });
    await this.countAttempt(tx, milestoneId, id);
  }

  /** The tries of a milestone that had no answer, with their day. */
  attemptsOf(tx: Tx, id: string): Promise<Attempt[]> {
    return tx.query(
      `select (k.occurred_at at time zone 'Asia/Shanghai')::date::text as "on", k.channel from contact k
        where k.county_id = $2 and k.milestone_id = $1 and not k.is_two_way order by k.occurred_at`,
      [id, tx.actor.countyId],
    );
  }

  /** The states of a placement's milestones in the order of their due days. */
  async endsOf(tx: Tx, placementId: string): Promise<MilestoneStatus[]> {
    const rows = await tx.query<{ status: MilestoneStatus }>(
      'select status from follow_up_milestone where county_id = $2 and placement_id = $1 order by due_on, raw_on, id',
      [placementId, tx.actor.countyId],
    );
    return rows.map(({ status }) => status);
  }

  async closeUnreached(tx: Tx, id: string): Promise<void> {
    await tx.query(`update follow_up_milestone set status = 'UNREACHED', version = version + 1 where id = $1`, [id]);
  }

  async decline(tx: Tx, id: string): Promise<void> {
    await tx.query(`update follow_up_milestone set status = 'DECLINED', version = version + 1 where id = $1`, [id]);
  }

  /** Puts a milestone off; its ladder begins anew on that day. */
  async snooze(tx: Tx, id: string, until: Day, reason: SnoozeReason): Promise<void> {
    await tx.query(
      `update follow_up_milestone set status = 'SNOOZED', snoozes = snoozes + 1, snoozed_until = $2, snooze_reason = $3, version = version + 1
        where id = $1`,
      [id, until, reason],
    );
  }
}
