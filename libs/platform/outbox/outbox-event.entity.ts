import { Index } from 'typeorm';
import {
  CountyRow,
  CountyTable,
  IdColumn,
  InstantColumn,
  JsonColumn,
  OPTIONAL,
  TextColumn,
  WholeColumn,
} from '../database/county-row.entity';

/** Work announced in the transaction of its cause; the relay puts it on the queue. Ids and versions only. */
@CountyTable('outbox_event')
@Index('outbox_event_due_idx', ['dueAt', 'id'], { where: 'done_at IS NULL AND failed_at IS NULL' })
@Index(['countyId', 'subjectId'])
export class OutboxEvent extends CountyRow {
  /** Name of the job handler. */
  @TextColumn('job')
  job: string;

  @IdColumn('subject_id')
  subjectId: string;

  /** The member who announced it; null where a job did. */
  @IdColumn('actor_membership_id', OPTIONAL)
  actorMembershipId: string | null;

  @JsonColumn('data')
  data: object;

  /** Not before this instant. */
  @InstantColumn('due_at')
  dueAt: Date;

  /** How often it was published; part of the queue's job id. */
  @WholeColumn('generation', 0, 1_000_000, { default: 0 })
  generation: number;

  @InstantColumn('published_at', OPTIONAL)
  publishedAt: Date | null;

  /** How many publications of it failed. */
  @WholeColumn('failures', 0, 1_000, { default: 0 })
  failures: number;

  /** Not again before this instant, where it failed. */
  @InstantColumn('retry_at', OPTIONAL)
  retryAt: Date | null;

  @InstantColumn('done_at', OPTIONAL)
  doneAt: Date | null;

  /** When the tries were used up; it waits for a person then. */
  @InstantColumn('failed_at', OPTIONAL)
  failedAt: Date | null;

  @InstantColumn('created_at')
  createdAt: Date;
}
