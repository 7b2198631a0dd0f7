import { v7 as uuidv7 } from 'uuid';
import {
  judgeDelivery,
  type DeliveryChannel,
  type DeliveryVerdict,
  type ProviderAnswer,
} from '#domain/common/delivery-attempt';
import type { Tx } from '../database/transaction';
import type { JobContext } from '../jobs/job-context';

/** One effect outside the database: what it is, by which way it leaves, and how often it was tried, this time included. */
export interface Effect {
  /** The business key, at most once: for instance 'reminder-<id>'. */
  readonly key: string;
  /** What kind of reminder, message or notice; capitals and '_'. */
  readonly kind: string;
  readonly channel: DeliveryChannel;
  readonly attempts: number;
  /** True where the provider takes the same key once only. */
  readonly honoursKey: boolean;
}

const WAITS_FOR_A_PERSON = 'The message could not be delivered.';
const MOST_ATTEMPTS = 1_000;

/**
 * Ends a try: outcome, the state of the subject and the job's own end commit together. What failed and may be repeated
 * is put off to its next try, what failed for good waits for a person.
 */
export async function endDelivery(
  job: JobContext,
  effect: Effect,
  { answer, now }: { readonly answer: ProviderAnswer; readonly now: Date },
  also: (tx: Tx, verdict: DeliveryVerdict) => Promise<void> = () => Promise.resolve(),
): Promise<DeliveryVerdict> {
  const verdict = judgeDelivery(answer, { ...effect, now });
  const write = async (tx: Tx): Promise<void> => {
    await keep(tx, job.outboxId, effect, verdict);
    await also(tx, verdict);
  };
  if (verdict.state !== 'FAILED') await job.complete(write);
  else if (verdict.nextTryAt === null) await job.giveUp(WAITS_FOR_A_PERSON, write);
  else await job.postpone(verdict.nextTryAt, write);
  if ('reason' in verdict) job.log.warn('delivery not made', { outboxId: job.outboxId, code: verdict.reason });
  return verdict;
}

/** Keeps the outcome; what was sent, skipped or left unconfirmed is never overwritten. */
async function keep(tx: Tx, outboxId: string, effect: Effect, verdict: DeliveryVerdict): Promise<void> {
  await tx.query(
    `insert into delivery (county_id, id, outbox_event_id, effect_key, kind, channel, state, reason, attempts,
                           next_try_at, provider_message_id, delivered_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
     on conflict (county_id, effect_key) do update
       set outbox_event_id = excluded.outbox_event_id, channel = excluded.channel, state = excluded.state,
           reason = excluded.reason, attempts = excluded.attempts, next_try_at = excluded.next_try_at,
           provider_message_id = excluded.provider_message_id, delivered_at = excluded.delivered_at
     where delivery.state = 'FAILED'`,
    [
      tx.actor.countyId,
      uuidv7(),
      outboxId,
      effect.key,
      effect.kind,
      effect.channel,
      verdict.state,
      'reason' in verdict ? verdict.reason : null,
      Math.min(effect.attempts, MOST_ATTEMPTS),
      verdict.state === 'FAILED' ? verdict.nextTryAt : null,
      verdict.state === 'SENT' ? verdict.providerMessageId : null,
      tx.now,
    ],
  );
}
