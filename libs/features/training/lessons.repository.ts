import { Injectable } from '@nestjs/common';
import { visibleTo } from '#platform/access/visible';
import type { Tx } from '#platform/database/transaction';

/** A lesson with the names that a timetable shows. */
export interface LessonRow {
  readonly id: string;
  readonly courseName: string;
  readonly lessonNumber: number;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** Empty where no room is set. */
  readonly roomName: string;
  /** Empty where no trainer is set. */
  readonly trainerName: string;
  /** The lesson, or its whole session, was called off. */
  readonly isCancelled: boolean;
}

const SELECT = `select l.id, k.name as "courseName", l.number as "lessonNumber", l.starts_at as "startsAt",
    l.ends_at as "endsAt", coalesce(r.name, '') as "roomName", coalesce(t.display_name, '') as "trainerName",
    l.is_cancelled or s.status = 'CANCELLED' as "isCancelled"
  from lesson l
  join course_session s on s.county_id = l.county_id and s.id = l.session_id
  join training_course k on k.county_id = s.county_id and k.id = s.course_id
  left join room r on r.county_id = l.county_id and r.id = l.room_id
  left join membership t on t.county_id = l.county_id and t.id = coalesce(l.trainer_membership_id, s.trainer_membership_id)`;

/** Every query about lessons, by name. */
@Injectable()
export class LessonsRepository {
  /** The visible lessons of these sessions that begin at or after `from` and before `before`, in order of time. */
  async between(tx: Tx, sessionIds: readonly string[], from: Date, before: Date): Promise<LessonRow[]> {
    const visible = visibleTo(tx, 'lesson', 'l');
    return tx.query<LessonRow>(
      `${SELECT} where ${visible.sql} and l.county_id = $2 and l.session_id = any($3::uuid[])
         and l.starts_at >= $4 and l.starts_at < $5 order by l.starts_at, l.id`,
      [visible.value, tx.actor.countyId, sessionIds, from, before],
    );
  }

  /** The first visible lesson of these sessions that takes place and is not over at the instant; null where none is. */
  async next(tx: Tx, sessionIds: readonly string[], at: Date): Promise<LessonRow | null> {
    const visible = visibleTo(tx, 'lesson', 'l');
    const [row] = await tx.query<LessonRow>(
      `${SELECT} where ${visible.sql} and l.county_id = $2 and l.session_id = any($3::uuid[])
         and l.ends_at > $4 and not l.is_cancelled and s.status <> 'CANCELLED' order by l.starts_at, l.id limit 1`,
      [visible.value, tx.actor.countyId, sessionIds, at],
    );
    return row ?? null;
  }
}
