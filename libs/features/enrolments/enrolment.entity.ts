import { Index, Unique } from 'typeorm';
import { EnrolmentStatus } from '#domain/training/enrolment-lifecycle';
import {
  CountyTable,
  EditableRow,
  IdColumn,
  InstantColumn,
  OneOf,
  RefersTo,
} from '#platform/database/county-row.entity';

/** A client in a course session. */
@CountyTable('enrolment')
@RefersTo('client', 'clientId')
@RefersTo('course_session', 'sessionId')
@Unique(['countyId', 'clientId', 'sessionId'])
@Unique(['countyId', 'id', 'sessionId'])
@Index(['countyId', 'sessionId', 'requestedAt'])
export class Enrolment extends EditableRow {
  @IdColumn('client_id')
  clientId: string;

  @IdColumn('session_id')
  sessionId: string;

  @OneOf('status', EnrolmentStatus)
  status: EnrolmentStatus;

  /** The order of the waiting list. */
  @InstantColumn('requested_at')
  requestedAt: Date;
}
