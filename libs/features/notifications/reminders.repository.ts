import { Injectable } from '@nestjs/common';
import type { Day } from '#domain/common/day';
import type { Tx } from '#platform/database/transaction';
import type { ReminderState } from './reminder.entity';
import type { ReminderKind } from './reminder-sources';
import { ReminderDeliver } from './reminders.jobs';

/** What makes a reminder: one per recipient, day and kind. */
export interface ReminderKey {
  readonly recipientMembershipId: string;
  readonly day: Day;
  readonly kind: ReminderKind;
}

/** A reminder in a worker's hands. */
export interface ClaimedReminder {
  readonly day: Day;
  readonly kind: ReminderKind;
  readonly subjectIds: string[];
  /** Where it goes; null = the recipient has no work address or left. */
  readonly address: string | null;
  /** Tries, this one included. */
  readonly attempts: number;
}

/** As long as a worker's lock on a job: after it, a claim whose worker was killed is taken over. */
const CLAIM_SECONDS = 15;

/** Every query about reminders, by name. */
@Injectable()
export class RemindersRepository {
  /** Inserts a reminder; false where the recipient has one of this kind and day. */
  async insert(tx: Tx, id: string, key: ReminderKey, subjectIds: readonly string[]): Promise<boolean> {
    const inserted = await tx.query(
      `insert into reminder (county_id, id, recipient_membership_id, day, kind, subject_ids, state, created_at)
       values ($1, $2, $3, $4, $5, $6, 'PENDING', $7)
       on conflict (county_id, recipient_membership_id, day, kind) do nothing returning id`,
      [tx.actor.countyId, id, key.recipientMembershipId, key.day, key.kind, subjectIds, tx.now],
    );
    return inserted.length === 1;
  }

  /** Puts subjects into a reminder that no worker took yet; one that is on its way stays as it is. */
  async addSubjects(tx: Tx, key: ReminderKey, subjectIds: readonly string[]): Promise<void> {
    await tx.query(
      `update reminder
          set subject_ids = (select array_agg(distinct s order by s) from unnest(subject_ids || $4::uuid[]) s)
        where county_id = $5 and recipient_membership_id = $1 and day = $2 and kind = $3 and state = 'PENDING'`,
      [key.recipientMembershipId, key.day, key.kind, subjectIds, tx.actor.countyId],
    );
  }

  /** Reminders that wait and whose announcement is gone. */
  async withoutWork(tx: Tx): Promise<{ readonly id: string; readonly day: Day }[]> {
    return tx.query(
      `select r.id, r.day::text as day from reminder r
        where r.county_id = $2 and r.state in ('PENDING', 'CLAIMED')
          and not exists (select from outbox_event o where o.county_id = r.county_id and o.subject_id = r.id
                            and o.job = $1 and o.done_at is null)`,
      [ReminderDeliver.name, tx.actor.countyId],
    );
  }

  /** Takes a reminder that waits, that a person gives another try, or whose worker is gone. The machine's time, not the clock's: it measures a process. */
  async claim(tx: Tx, id: string): Promise<ClaimedReminder | null> {
    const [claimed] = await tx.query<ClaimedReminder>(
      `update reminder r set state = 'CLAIMED', claimed_at = clock_timestamp(), attempts = least(r.attempts + 1, 1000)
         from membership m
        where r.id = $1 and m.county_id = r.county_id and m.id = r.recipient_membership_id
          and (r.state in ('PENDING', 'FAILED')
               or r.state = 'CLAIMED' and r.claimed_at <= clock_timestamp() - make_interval(secs => ${CLAIM_SECONDS}))
       returning r.day::text as day, r.kind, r.subject_ids as "subjectIds",
                 r.attempts,
                 case when m.status = 'ACTIVE' then m.work_email end as address`,
      [id],
    );
    return claimed ?? null;
  }

  /** How many ms a reminder stays in another worker's hands; null where it is in none. The machine's time. */
  async claimedForMs(tx: Tx, id: string): Promise<number | null> {
    const [row] = await tx.query<{ ms: number }>(
      `select greatest(0, 1000 * extract(epoch from claimed_at - clock_timestamp()) + ${CLAIM_SECONDS * 1_000})::float8 as ms
         from reminder where id = $1 and state = 'CLAIMED'`,
      [id],
    );
    return row?.ms ?? null;
  }

  /** Gives a claimed reminder its end, or lets it go for the next try. */
  async settle(
    tx: Tx,
    id: string,
    state: Extract<ReminderState, 'SENT' | 'SKIPPED' | 'FAILED' | 'PENDING' | 'UNCONFIRMED'>,
  ): Promise<void> {
    await tx.query(
      `update reminder set state = $2, sent_at = case when $2 = 'SENT' then $3::timestamptz end
        where id = $1 and state = 'CLAIMED'`,
      [id, state, tx.now],
    );
  }
}
