import { Injectable } from '@nestjs/common';
import { dayOf, type Day } from '#domain/common/day';
import type {
  ClientMessageKind,
  ClientMessageState,
  ContactWay,
  MessageLanguage,
} from '#domain/notifications/client-message';
import { visibleTo } from '#platform/access/visible';
import type { Tx } from '#platform/database/transaction';
import type { MessageData } from './messages.jobs';

/** A message in a worker's hands, and what is needed to word and address it. */
export interface ClaimedMessage {
  readonly clientId: string;
  readonly kind: ClientMessageKind;
  readonly beginsAt: Date | null;
  /** By which way it left before; null where this is the first time. */
  readonly channel: 'SMS' | 'WECHAT' | 'IN_APP' | null;
  /** True where a worker was stopped with it in its hands. */
  readonly wasInHand: boolean;
  /** Tries, this one included. */
  readonly attempts: number;
  readonly isErased: boolean;
  /** True where it is about a follow-up that waits no more: she was reached, skipped it, or left the job. */
  readonly isMoot: boolean;
  readonly phoneEnc: Buffer | null;
  readonly caseworkerName: string | null;
  readonly way: ContactWay;
  readonly language: MessageLanguage;
  readonly fromMinute: number | null;
  readonly toMinute: number | null;
  readonly onDaysOff: boolean;
}

/** A message as its reader sees it in the application. */
export interface ReadMessage {
  readonly id: string;
  readonly kind: ClientMessageKind;
  readonly createdAt: Date;
  readonly caseworkerName: string | null;
}

/** As long as a worker's lock on a job: after it, a claim whose worker was killed is taken over. */
const CLAIM_SECONDS = 15;
const LISTED_DAYS = 60;
const MOST_LISTED = 50;

/** Every query about messages to clients, by name. */
@Injectable()
export class ClientMessagesRepository {
  /** Makes a message under the id of its announcement; false where there is one, or one about the same still waits. */
  async insert(
    tx: Tx,
    id: string,
    { clientId, kind, beginsAt, subjectId, askedBy }: MessageData & { subjectId: string; askedBy: string | null },
  ): Promise<boolean> {
    const inserted = await tx.query(
      `insert into client_message (county_id, id, client_id, kind, subject_id, day, begins_at, asked_by_membership_id, state, created_at)
       select $1, $2, c.id, $4, $5, $6, $7, $8, 'PENDING', $9 from client c
        where c.county_id = $1 and c.id = $3 and c.erased_at is null
          and not exists (select from client_message m where m.county_id = $1 and m.client_id = $3 and m.kind = $4
                            and m.subject_id = $5 and m.state = 'PENDING')
       on conflict (county_id, id) do nothing returning id`,
      [tx.actor.countyId, id, clientId, kind, subjectId, dayOf(tx.now), beginsAt, askedBy, tx.now],
    );
    return inserted.length === 1;
  }

  /** Takes a message that waits, that a person gives another try, or whose worker is gone. The machine's time measures the worker. */
  async claim(tx: Tx, id: string): Promise<ClaimedMessage | null> {
    const [claimed] = await tx.query<ClaimedMessage>(
      `with waiting as (
         select county_id, id, state from client_message where county_id = $2 and id = $1
            and (state in ('PENDING', 'FAILED')
                 or state = 'CLAIMED' and claimed_at <= clock_timestamp() - make_interval(secs => ${CLAIM_SECONDS}))
          for update)
       update client_message m
          set state = 'CLAIMED', claimed_at = clock_timestamp(), attempts = least(m.attempts + 1, 1000)
         from waiting w
         join client_message own on own.county_id = w.county_id and own.id = w.id
         join client c on c.county_id = own.county_id and c.id = own.client_id
         left join membership k on k.county_id = c.county_id and k.id = c.caseworker_membership_id
         left join contact_choice h on h.county_id = c.county_id and h.client_id = c.id
        where m.county_id = w.county_id and m.id = w.id
       returning m.client_id as "clientId", m.kind, m.begins_at as "beginsAt", m.channel,
                 w.state = 'CLAIMED' as "wasInHand", m.attempts, c.erased_at is not null as "isErased",
                 exists (select from follow_up_milestone f where f.county_id = own.county_id and f.id = own.subject_id
                           and f.status <> 'DUE') as "isMoot",
                 c.phone_enc as "phoneEnc", k.display_name as "caseworkerName", coalesce(h.channel, 'IN_APP') as way,
                 coalesce(h.language, 'zh-CN') as language, h.from_minute as "fromMinute", h.to_minute as "toMinute",
                 coalesce(h.on_days_off, false) as "onDaysOff"`,
      [id, tx.actor.countyId],
    );
    return claimed ?? null;
  }

  /** How many ms a message stays in another worker's hands; null where it is in none. */
  async claimedForMs(tx: Tx, id: string): Promise<number | null> {
    const [row] = await tx.query<{ ms: number }>(
      `select greatest(0, 1000 * extract(epoch from claimed_at - clock_timestamp()) + ${CLAIM_SECONDS * 1_000})::float8 as ms
         from client_message where county_id = $2 and id = $1 and state = 'CLAIMED'`,
      [id, tx.actor.countyId],
    );
    return row?.ms ?? null;
  }

  /** Keeps by which way it is leaving: after a worker's end it goes the same way again. */
  async leaveBy(tx: Tx, id: string, channel: 'SMS' | 'WECHAT' | 'IN_APP'): Promise<void> {
    await tx.query(`update client_message set channel = $3 where county_id = $1 and id = $2 and state = 'CLAIMED'`, [
      tx.actor.countyId,
      id,
      channel,
    ]);
  }

  /** Gives a claimed message its end, or lets it go; one that only waits for its hour was not tried. */
  async settle(tx: Tx, id: string, state: ClientMessageState, wasTried = true): Promise<void> {
    await tx.query(
      `update client_message
          set state = $3, sent_at = case when $3 = 'SENT' then $4::timestamptz end,
              attempts = attempts - case when $5 then 0 else 1 end, channel = case when $5 then channel end
        where county_id = $1 and id = $2 and state = 'CLAIMED'`,
      [tx.actor.countyId, id, state, tx.now, wasTried],
    );
  }

  /** The days on which a visible client was asked to call, the newest first: what is on its way counts. */
  async remindedOn(tx: Tx, clientId: string): Promise<Day[]> {
    const visible = visibleTo(tx, 'client_message', 'm');
    const rows = await tx.query<{ day: Day }>(
      `select distinct m.day::text as day from client_message m
        where ${visible.sql} and m.client_id = $2 and m.kind = 'FOLLOW_UP_DUE' and m.state not in ('FAILED', 'SKIPPED')
       union
       select ((o.created_at at time zone 'Asia/Shanghai')::date)::text from outbox_event o
        where o.county_id = $3 and o.subject_id = $2 and o.job = 'message.announced' and o.done_at is null
          and o.failed_at is null and o.data ->> 'kind' = 'FOLLOW_UP_DUE'
        order by day desc limit 30`,
      [visible.value, clientId, tx.actor.countyId],
    );
    return rows.map(({ day }) => day);
  }

  /** The newest messages that the actor herself may read in the application. */
  ofReader(tx: Tx): Promise<ReadMessage[]> {
    const visible = visibleTo(tx, 'client_message', 'm');
    return tx.query(
      `select m.id, m.kind, m.created_at as "createdAt", k.display_name as "caseworkerName"
         from client_message m
         join client c on c.county_id = m.county_id and c.id = m.client_id
         left join membership k on k.county_id = c.county_id and k.id = c.caseworker_membership_id
        where ${visible.sql} and m.created_at > $2::timestamptz - interval '${LISTED_DAYS} days'
        order by m.created_at desc, m.id desc limit ${MOST_LISTED}`,
      [visible.value, tx.now],
    );
  }
}
