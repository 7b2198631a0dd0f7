import { Check, Exclusion, Index, Unique } from 'typeorm';
import {
  CountyTable,
  EditableRow,
  FlagColumn,
  IdColumn,
  InstantColumn,
  OPTIONAL,
  RefersTo,
  WholeColumn,
} from '#platform/database/county-row.entity';

/** One meeting of a course session; half-open in time, so that one may begin when another ends. */
@CountyTable('lesson')
@RefersTo('course_session', 'sessionId')
@RefersTo('room', 'roomId')
@RefersTo('membership', 'trainerMembershipId')
@Unique(['countyId', 'sessionId', 'number'])
@Unique(['countyId', 'id', 'sessionId'])
@Index(['countyId', 'startsAt'])
@Check('lesson_time_check', 'starts_at < ends_at')
@Exclusion(
  'lesson_room_excl',
  'using gist (county_id with =, room_id with =, tstzrange(starts_at, ends_at) with &&) where (not is_cancelled)',
)
@Exclusion(
  'lesson_trainer_excl',
  'using gist (county_id with =, trainer_membership_id with =, tstzrange(starts_at, ends_at) with &&) where (not is_cancelled)',
)
export class Lesson extends EditableRow {
  @IdColumn('session_id')
  sessionId: string;

  /** Which lesson of the session it is. */
  @WholeColumn('number', 1, 1_000)
  number: number;

  @InstantColumn('starts_at')
  startsAt: Date;

  @InstantColumn('ends_at')
  endsAt: Date;

  @IdColumn('room_id', OPTIONAL)
  roomId: string | null;

  @IdColumn('trainer_membership_id', OPTIONAL)
  trainerMembershipId: string | null;

  @FlagColumn('is_cancelled', { default: false })
  isCancelled: boolean;
}
