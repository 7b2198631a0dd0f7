import { Injectable } from '@nestjs/common';
import { dayOf, type Day } from '#domain/common/day';
import { ENROLLING_STATES, type EnrolmentRequestFacts } from '#domain/training/enrolment-request';
import type { EnrolmentStatus } from '#domain/training/enrolment-lifecycle';
import { visibleTo } from '#platform/access/visible';
import type { Tx } from '#platform/database/transaction';

/** A session that is not over, with what it teaches and how many seats nobody has or has asked for. */
export interface OpenSession {
  readonly id: string;
  readonly teaches: string[];
  readonly endsOn: Day;
  /** It takes requests today. */
  readonly isEnrolling: boolean;
  readonly freeSeats: number;
}

/** A client and a session. */
export interface ClientSession {
  readonly clientId: string;
  readonly sessionId: string;
}

/** The states in which somebody has a seat or has asked for one. */
const SEATED_OR_ASKED: readonly EnrolmentStatus[] = ['REQUESTED', 'CONFIRMED', 'ATTENDING'];

/** The states in which somebody's lessons take her time. */
const TAKING_TIME: readonly EnrolmentStatus[] = [...SEATED_OR_ASKED, 'WAITLISTED'];

/** What the course of session s asks for and client c has not. */
const MISSING = `array(select r from unnest(k.prerequisites) r where r <> all (c.skills) and not exists (
  select from client_certificate h where h.county_id = c.county_id and h.client_id = c.id and h.code = r
     and (h.valid_to is null or h.valid_to >= $3::date)))`;

/** Whether a lesson of session s is at the time of one of another session that client c takes part in. */
const OVERLAPS = `exists (
  select from enrolment o
    join lesson theirs on theirs.county_id = o.county_id and theirs.session_id = o.session_id and not theirs.is_cancelled
    join lesson mine on mine.county_id = s.county_id and mine.session_id = s.id and not mine.is_cancelled
     and mine.starts_at < theirs.ends_at and theirs.starts_at < mine.ends_at
   where o.county_id = c.county_id and o.client_id = c.id and o.session_id <> s.id and o.status = any ($4))`;

const KNOWN = `exists (select from enrolment n where n.county_id = c.county_id and n.client_id = c.id and n.session_id = s.id)`;

const SESSION = `course_session s join training_course k on k.county_id = s.county_id and k.id = s.course_id`;

/** Every query about asking for seats, by name. */
@Injectable()
export class EnrolmentRequestsRepository {
  /** The sessions that teach something and are not over. */
  async openSessions(tx: Tx): Promise<OpenSession[]> {
    const visible = visibleTo(tx, 'course_session', 's');
    return tx.query(
      `select s.id, k.teaches, s.ends_on::text as "endsOn",
              k.is_offered and s.status = any ($3) and s.enrol_from <= $4 and $4 <= s.enrol_to as "isEnrolling",
              greatest(0, s.seats - s.seats_taken - (
                select count(*)::int from enrolment e
                 where e.county_id = s.county_id and e.session_id = s.id and e.status = 'REQUESTED')) as "freeSeats"
         from ${SESSION}
        where ${visible.sql} and s.county_id = $2 and cardinality(k.teaches) > 0
          and s.status not in ('COMPLETED', 'CANCELLED') order by s.starts_on, s.id`,
      [visible.value, tx.actor.countyId, ENROLLING_STATES, dayOf(tx.now)],
    );
  }

  /** Those of these clients who may not join one of these sessions: known there, busy then, or lacking what it asks for. */
  async barred(tx: Tx, clientIds: readonly string[], sessionIds: readonly string[]): Promise<ClientSession[]> {
    return tx.query(
      `select c.id as "clientId", s.id as "sessionId" from client c join ${SESSION} on s.county_id = c.county_id
        where c.county_id = $2 and ${visibleTo(tx, 'client', 'c').sql} and c.id = any ($5::uuid[]) and s.id = any ($6::uuid[])
          and (${KNOWN} or cardinality(${MISSING}) > 0 or ${OVERLAPS})`,
      [...this.context(tx), clientIds, sessionIds],
    );
  }

  /** Which of these clients are in which session, or have asked for it. */
  async seated(tx: Tx, clientIds: readonly string[]): Promise<ClientSession[]> {
    const visible = visibleTo(tx, 'enrolment', 'e');
    return tx.query(
      `select e.client_id as "clientId", e.session_id as "sessionId" from enrolment e
        where ${visible.sql} and e.county_id = $2 and e.client_id = any ($3::uuid[]) and e.status = any ($4)`,
      [visible.value, tx.actor.countyId, clientIds, SEATED_OR_ASKED],
    );
  }

  /** What a request is judged by; null where the actor may not put this client forward, or sees no such session. */
  async facts(tx: Tx, { clientId, sessionId }: ClientSession): Promise<EnrolmentRequestFacts | null> {
    const [row] = await tx.query<EnrolmentRequestFacts>(
      `select s.status as "sessionStatus", k.is_offered as "isOffered", s.enrol_from::text as "enrolFrom",
              s.enrol_to::text as "enrolTo", s.seats, s.seats_taken as "seatsTaken",
              ${MISSING} as "missingPrerequisites", ${KNOWN} as "isKnown", ${OVERLAPS} as overlaps,
              exists (select from programme_entry e where e.county_id = c.county_id and e.client_id = c.id
                         and e.status = 'ACTIVE') as "isInProgramme"
         from client c join ${SESSION} on s.county_id = c.county_id
        where c.county_id = $2 and ${visibleTo(tx, 'client', 'c', { act: 'write' }).sql} and c.id = $5 and s.id = $6`,
      [...this.context(tx), clientId, sessionId],
    );
    return row ?? null;
  }

  /** Asks for a seat; false where she was in the session already, by a request that came in between. */
  async insertRequest(tx: Tx, id: string, { clientId, sessionId }: ClientSession): Promise<boolean> {
    const rows = await tx.query<{ id: string }>(
      `insert into enrolment (county_id, id, client_id, session_id, status, requested_at)
       values ($1, $2, $3, $4, 'REQUESTED', $5) on conflict (county_id, client_id, session_id) do nothing returning id`,
      [tx.actor.countyId, id, clientId, sessionId, tx.now],
    );
    return rows.length === 1;
  }

  /** The enrolments of these clients in these sessions, as they stand. */
  async enrolmentsOf(tx: Tx, asked: readonly ClientSession[]): Promise<EnrolmentRow[]> {
    const visible = visibleTo(tx, 'enrolment', 'e');
    return tx.query(
      `select e.id, e.client_id as "clientId", e.session_id as "sessionId", e.status, e.requested_at as "requestedAt"
         from enrolment e join unnest($2::uuid[], $3::uuid[]) as w (client_id, session_id)
           on w.client_id = e.client_id and w.session_id = e.session_id where ${visible.sql}`,
      [visible.value, asked.map(({ clientId }) => clientId), asked.map(({ sessionId }) => sessionId)],
    );
  }

  private context(tx: Tx): unknown[] {
    return [visibleTo(tx, 'client', 'c').value, tx.actor.countyId, dayOf(tx.now), TAKING_TIME];
  }
}

/** An enrolment as it stands. */
export interface EnrolmentRow extends ClientSession {
  readonly id: string;
  readonly status: EnrolmentStatus;
  readonly requestedAt: Date;
}
