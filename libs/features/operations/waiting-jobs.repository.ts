import { Injectable } from '@nestjs/common';
import { visibleTo } from '#platform/access/visible';
import type { Tx } from '#platform/database/transaction';
import type { FailureResolution } from '#platform/jobs/job-failure.entity';

/** A job that waits for a person. */
export interface WaitingJob {
  readonly id: string;
  readonly job: string;
  /** Tries of its last publication. */
  readonly attempts: number;
  /** A constant sentence. */
  readonly reason: string;
  readonly failedAt: Date;
}

/** How it stands with one kind of job. */
export interface JobCounts {
  readonly job: string;
  /** Due and not on a queue. */
  readonly waiting: number;
  /** On a queue, or in a worker's hands. */
  readonly queued: number;
  /** Due at a later instant, or resting after a fault. */
  readonly later: number;
  readonly failed: number;
  readonly doneInADay: number;
  /** Age of the oldest due job that is not done; null where there is none. */
  readonly oldestSeconds: number | null;
}

const MOST_LISTED = 100;

const COLUMNS = `f.id, f.job, f.attempts, f.error_class as reason, f.failed_at as "failedAt"`;

/** Every query about jobs of a county as its administrator sees them, by name: ids and counts, nothing of their data. */
@Injectable()
export class WaitingJobsRepository {
  /** The jobs that wait for a person, the oldest first, a hundred at most. */
  waiting(tx: Tx): Promise<WaitingJob[]> {
    const visible = visibleTo(tx, 'job_failure', 'f');
    return tx.query(
      `select ${COLUMNS} from job_failure f where ${visible.sql} and f.resolved_at is null
        order by f.failed_at, f.id limit ${MOST_LISTED}`,
      [visible.value],
    );
  }

  /** One of them as it now is, whatever was done with it; null where there is none. */
  async byId(tx: Tx, id: string): Promise<WaitingJob | null> {
    const visible = visibleTo(tx, 'job_failure', 'f');
    const [row] = await tx.query<WaitingJob>(
      `select ${COLUMNS} from job_failure f where ${visible.sql} and f.id = $2`,
      [visible.value, id],
    );
    return row ?? null;
  }

  /** Marks one as resolved; gives its outbox row, or null where it does not wait any more. Of two at once, one gets it. */
  async resolve(tx: Tx, id: string, resolution: FailureResolution): Promise<string | null> {
    const visible = visibleTo(tx, 'job_failure', 'f', { act: 'write' });
    const [row] = await tx.query<{ outboxEventId: string }>(
      `update job_failure f set resolved_at = $3, resolution = $4, resolved_by_membership_id = $5
        where ${visible.sql} and f.id = $2 and f.resolved_at is null returning f.outbox_event_id as "outboxEventId"`,
      [visible.value, id, tx.now, resolution, tx.actor.membershipId],
    );
    return row?.outboxEventId ?? null;
  }

  /** Gives a job its tries anew; the relay publishes it under its next generation, so that nothing is done twice. */
  async giveTries(tx: Tx, outboxEventId: string): Promise<void> {
    await tx.query(
      `update outbox_event set failed_at = null, failures = 0, retry_at = null, published_at = null
        where county_id = $1 and id = $2 and done_at is null`,
      [tx.actor.countyId, outboxEventId],
    );
  }

  /** How it stands with each kind of job, by PostgreSQL alone: also while the queue is away. */
  async counts(tx: Tx): Promise<JobCounts[]> {
    const visible = visibleTo(tx, 'outbox_event', 'o');
    return tx.query(
      `select o.job,
              count(*) filter (where o.open and o.due and o.published_at is null)::int as waiting,
              count(*) filter (where o.open and o.due and o.published_at is not null)::int as queued,
              count(*) filter (where o.open and not o.due)::int as later,
              count(*) filter (where o.failed_at is not null and o.done_at is null and o.waits)::int as failed,
              count(*) filter (where o.done_at > $2::timestamptz - interval '1 day')::int as "doneInADay",
              extract(epoch from $2 - min(o.due_at) filter (where o.open and o.due_at <= $2))::float8 as "oldestSeconds"
         from (select e.*, e.done_at is null and e.failed_at is null as open,
                      e.due_at <= $2 and coalesce(e.retry_at <= $2, true) as due,
                      exists (select from job_failure f where f.county_id = e.county_id and f.outbox_event_id = e.id
                                and f.resolved_at is null) as waits
                 from outbox_event e
                where e.done_at is null or e.done_at > $2::timestamptz - interval '1 day') o
        where ${visible.sql} group by o.job order by o.job`,
      [visible.value, tx.now],
    );
  }
}
