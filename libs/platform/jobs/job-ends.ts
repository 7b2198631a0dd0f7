import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '../database/transaction';
import { deadLetters } from '../metrics/metrics';

/** A publication that did not do its work. */
export interface FailedJob {
  readonly outboxId: string;
  readonly job: string;
  readonly generation: number;
  /** Tries within this publication. */
  readonly attempts: number;
}

/** Publications that may fail before a job waits for a person; each has the tries of its kind. */
export const MOST_FAILURES = 10;

const FIRST_REST_SECONDS = 30;
const LONGEST_REST_SECONDS = 3_600;
const TRIES_USED_UP = 'The tries are used up.';

/** The job is done: nobody publishes it again. */
export async function markDone(tx: Tx, outboxId: string): Promise<void> {
  await tx.query('update outbox_event set done_at = $2 where county_id = $3 and id = $1 and done_at is null', [
    outboxId,
    tx.now,
    tx.actor.countyId,
  ]);
}

/** Lets the relay publish the job again at an instant, and not before. */
export async function putOff(tx: Tx, outboxId: string, until: Date): Promise<void> {
  await tx.query(
    `update outbox_event set due_at = greatest(due_at, $3), retry_at = $3, published_at = null
      where county_id = $1 and id = $2 and done_at is null and failed_at is null`,
    [tx.actor.countyId, outboxId, until],
  );
}

/** After the last try of a publication: a rest that doubles from 30 seconds to an hour, and a person after the tenth. */
export async function putOffAfterFault(tx: Tx, failed: FailedJob): Promise<void> {
  const [event] = await tx.query<{ failures: number }>(
    `update outbox_event
        set failures = failures + 1, published_at = null,
            retry_at = $3::timestamptz + make_interval(secs => least(${FIRST_REST_SECONDS} * 2 ^ failures, ${LONGEST_REST_SECONDS}))
      where county_id = $1 and id = $2 and done_at is null and failed_at is null returning failures`,
    [tx.actor.countyId, failed.outboxId, tx.now],
  );
  if (event !== undefined && event.failures >= MOST_FAILURES) await giveUp(tx, failed, TRIES_USED_UP);
}

/** Takes the work out of the relay's hands and puts it on the list for people, once. Gives the job's subject; null where it had ended. */
export async function giveUp(tx: Tx, failed: FailedJob, sentence: string): Promise<string | null> {
  const { countyId } = tx.actor;
  const [given] = await tx.query<{ subject_id: string }>(
    `update outbox_event set failed_at = $3 where county_id = $1 and id = $2 and done_at is null and failed_at is null
     returning subject_id`,
    [countyId, failed.outboxId, tx.now],
  );
  if (given === undefined) return null;
  deadLetters.inc();
  await tx.query(
    `insert into job_failure (county_id, id, outbox_event_id, job, generation, attempts, error_class, failed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [countyId, uuidv7(), failed.outboxId, failed.job, failed.generation, failed.attempts, sentence, tx.now],
  );
  return given.subject_id;
}
