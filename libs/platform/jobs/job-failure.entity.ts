import { Index } from 'typeorm';
import {
  BelongsTo,
  CountyRow,
  CountyTable,
  IdColumn,
  InstantColumn,
  OPTIONAL,
  TextColumn,
  WholeColumn,
} from '../database/county-row.entity';

/** A job whose tries are used up and that waits for a person. */
@CountyTable('job_failure')
@BelongsTo('outbox_event', 'outboxEventId')
@Index(['countyId', 'failedAt'])
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
}
