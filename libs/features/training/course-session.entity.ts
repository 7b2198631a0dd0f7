import { Check, Index, Unique } from 'typeorm';
import { SessionStatus } from '#domain/training/session-lifecycle';
import {
  CountyTable,
  DayColumn,
  EditableRow,
  IdColumn,
  OneOf,
  OPTIONAL,
  RefersTo,
  WholeColumn,
} from '#platform/database/county-row.entity';

/** One run of a course. */
@CountyTable('course_session')
@RefersTo('training_course', 'courseId')
@RefersTo('membership', 'trainerMembershipId')
@Unique(['countyId', 'courseId', 'number'])
@Index(['countyId', 'trainerMembershipId'])
@Check('course_session_full_check', 'seats_taken <= seats')
@Check('course_session_minimum_check', 'min_seats <= seats')
@Check('course_session_days_check', 'starts_on <= ends_on and enrol_from <= enrol_to')
export class CourseSession extends EditableRow {
  @IdColumn('course_id')
  courseId: string;

  /** Which run of the course it is. */
  @WholeColumn('number', 1, 100_000)
  number: number;

  @WholeColumn('seats', 1, 10_000)
  seats: number;

  /** Enrolments below which the session does not take place. */
  @WholeColumn('min_seats', 0, 10_000)
  minSeats: number;

  /** Enrolments that hold a seat, kept by a trigger. */
  @WholeColumn('seats_taken', 0, 10_000, { default: 0, update: false })
  seatsTaken: number;

  @DayColumn('enrol_from')
  enrolFrom: string;

  @DayColumn('enrol_to')
  enrolTo: string;

  @DayColumn('starts_on')
  startsOn: string;

  @DayColumn('ends_on')
  endsOn: string;

  @IdColumn('trainer_membership_id', OPTIONAL)
  trainerMembershipId: string | null;

  @OneOf('status', SessionStatus)
  status: SessionStatus;
}
