import { Injectable } from '@nestjs/common';
import type { Day } from '#domain/common/day';
import type { SessionStatus } from '#domain/training/session-lifecycle';
import { visibleTo } from '#platform/access/visible';
import type { Page, PageRequest } from '#platform/database/page';
import type { Tx } from '#platform/database/transaction';

/** A session of a course, as a list shows it. */
export interface SessionRow {
  readonly id: string;
  readonly courseId: string;
  readonly courseCode: string;
  readonly courseName: string;
  readonly teaches: string[];
  readonly number: number;
  readonly seats: number;
  readonly seatsTaken: number;
  readonly enrolFrom: Day;
  readonly enrolTo: Day;
  readonly startsOn: Day;
  readonly endsOn: Day;
  /** Empty where no trainer is set. */
  readonly trainerName: string;
  readonly status: SessionStatus;
}

/** A session, and the code that it teaches. */
export interface TeachingRow extends SessionRow {
  readonly code: string;
}

const COLUMNS = `s.id, s.course_id as "courseId", k.code as "courseCode", k.name as "courseName", k.teaches, s.number, s.seats,
  s.seats_taken as "seatsTaken", s.enrol_from as "enrolFrom", s.enrol_to as "enrolTo", s.starts_on as "startsOn",
  s.ends_on as "endsOn", coalesce(t.display_name, '') as "trainerName", s.status`;

const FROM = `course_session s
  join training_course k on k.county_id = s.county_id and k.id = s.course_id
  left join membership t on t.county_id = s.county_id and t.id = s.trainer_membership_id`;

/** Every query about sessions of courses, by name. */
@Injectable()
export class SessionsRepository {
  /** One page of the visible sessions, the latest start above, with one row more than asked for. */
  async page(tx: Tx, request: PageRequest): Promise<Page<SessionRow>> {
    const visible = visibleTo(tx, 'course_session', 's');
    const where = `${visible.sql} and s.county_id = $2`;
    const parameters = [visible.value, tx.actor.countyId];
    const [count] = await tx.query<{ n: number }>(
      `select count(*)::int as n from course_session s where ${where}`,
      parameters,
    );
    const rows = await tx.query<SessionRow>(
      `select ${COLUMNS} from ${FROM} where ${where} and ($3::date is null or (s.starts_on, s.id) < ($3, $4::uuid))
        order by s.starts_on desc, s.id desc limit $5`,
      [...parameters, request.after?.sortKey ?? null, request.after?.id ?? null, request.limit + 1],
    );
    return { rows, totalCount: count?.n ?? 0 };
  }

  /** The visible sessions among these ids. */
  byIds(tx: Tx, ids: readonly string[]): Promise<SessionRow[]> {
    const visible = visibleTo(tx, 'course_session', 's');
    return tx.query(
      `select ${COLUMNS} from ${FROM} where ${visible.sql} and s.county_id = $2 and s.id = any ($3::uuid[])`,
      [visible.value, tx.actor.countyId, ids],
    );
  }

  /**
   * For each code the next visible session that teaches it and still takes enrolments: one with a free seat before a
   * full one, then the earliest start. Codes that nobody teaches have no row.
   */
  nextTeaching(tx: Tx, codes: readonly string[], today: Day): Promise<TeachingRow[]> {
    const visible = visibleTo(tx, 'course_session', 's');
    return tx.query(
      `select distinct on (wanted.code) wanted.code, ${COLUMNS}
         from ${FROM} join unnest($3::text[]) as wanted (code) on wanted.code = any (k.teaches)
        where ${visible.sql} and s.county_id = $2 and k.is_offered and s.status in ('PLANNED', 'OPEN') and s.enrol_to >= $4
        order by wanted.code, s.seats_taken >= s.seats, s.starts_on, s.id`,
      [visible.value, tx.actor.countyId, codes, today],
    );
  }
}
