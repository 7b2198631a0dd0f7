import { Check, Index } from 'typeorm';
import {
  BelongsTo,
  CountyRow,
  CountyTable,
  IdColumn,
  InstantColumn,
  OneOf,
  OPTIONAL,
  RefersTo,
  TextColumn,
  WholeColumn,
} from '../database/county-row.entity';

/** RETRIED: it was given its tries anew. DROPPED: it is not done any more. */
export const FailureResolution = { RETRIED: 'RETRIED', DROPPED: 'DROPPED' } as const;

/** What a person did with a job that waited for her. */
export type FailureResolution = (typeof FailureResolution)[keyof typeof FailureResolution];

/** A job whose tries are used up and that waits for a person. */
@CountyTable('job_failure')
@BelongsTo('outbox_event', 'outboxEventId')
@RefersTo('membership', 'resolvedByMembershipId')
@Index(['countyId', 'failedAt'])
@Check(
  'job_failure_resolved_check',
  '(resolved_at is null) = (resolution is null) and (resolved_at is null) = (resolved_by_membership_id is null)',
)
export class JobFailure extends CountyRow {
  @IdColumn('outbox_event_id')
  outboxEventId: string;

  @TextColumn('job')
  job: string;

  @WholeColumn('generation', 0, 1_000_000)
  generation: number;

  @WholeColumn('attempts', 0, 1_000)
  attempts: number;

  /** Class of the error and a constant sentence; no data of the job. */
  @TextColumn('error_class')
  errorClass: string;

  @InstantColumn('failed_at')
  failedAt: Date;

  @InstantColumn('resolved_at', OPTIONAL)
  resolvedAt: Date | null;

  @OneOf('resolution', FailureResolution, OPTIONAL)
  resolution: FailureResolution | null;

  @IdColumn('resolved_by_membership_id', OPTIONAL)
  resolvedByMembershipId: string | null;
}
