import { Unique } from 'typeorm';
import { AttendanceStatus } from '#domain/training/training-codes';
import {
  CountyTable,
  EditableRow,
  IdColumn,
  InstantColumn,
  OneOf,
  RefersTo,
} from '#platform/database/county-row.entity';

/** How an enrolled client was at a lesson of that session. */
@CountyTable('attendance')
@RefersTo('enrolment', 'enrolmentId', [['sessionId', 'sessionId']])
@RefersTo('lesson', 'lessonId', [['sessionId', 'sessionId']])
@RefersTo('membership', 'recordedByMembershipId')
@Unique(['countyId', 'lessonId', 'enrolmentId'])
export class Attendance extends EditableRow {
  @IdColumn('enrolment_id')
  enrolmentId: string;

  @IdColumn('lesson_id')
  lessonId: string;

  /** The session of both; it binds them together. */
  @IdColumn('session_id')
  sessionId: string;

  @OneOf('status', AttendanceStatus)
  status: AttendanceStatus;

  @IdColumn('recorded_by_membership_id')
  recordedByMembershipId: string;

  @InstantColumn('recorded_at')
  recordedAt: Date;
}
