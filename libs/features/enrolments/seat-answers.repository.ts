import { Injectable } from '@nestjs/common';
import type { SeatAnswer, SeatAnswerFacts } from '#domain/training/seat-answer';
import { visibleTo } from '#platform/access/visible';
import type { Tx } from '#platform/database/transaction';
import type { EnrolmentRow } from './enrolment-requests.repository';

/** An enrolment and its session, both locked. */
export interface LockedSeat extends SeatAnswerFacts {
  readonly id: string;
  readonly clientId: string;
}

/** Every query about answering who asked for a seat, by name. */
@Injectable()
export class SeatAnswersRepository {
  /** An enrolment that the actor may answer, with its session: two answers for one session wait for each other. */
  async locked(tx: Tx, id: string): Promise<LockedSeat | null> {
    const visible = visibleTo(tx, 'enrolment', 'e', { act: 'write' });
    const [row] = await tx.query<LockedSeat>(
      `select e.id, e.client_id as "clientId", e.status, s.status as "sessionStatus", s.seats, s.seats_taken as "seatsTaken"
         from enrolment e join course_session s on s.county_id = e.county_id and s.id = e.session_id
        where ${visible.sql} and e.county_id = $2 and e.id = $3 for no key update of s, e`,
      [visible.value, tx.actor.countyId, id],
    );
    return row ?? null;
  }

  /** Writes the answer; the seats of the session are counted by the database. */
  async answer(tx: Tx, id: string, answer: SeatAnswer): Promise<void> {
    await tx.query(`update enrolment set status = $3, version = version + 1 where county_id = $1 and id = $2`, [
      tx.actor.countyId,
      id,
      answer,
    ]);
  }

  /** How many wait for an answer in each of these sessions, of those whom the actor may see; nobody = no entry. */
  async waiting(tx: Tx, sessionIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const visible = visibleTo(tx, 'enrolment', 'e');
    const rows = await tx.query<{ id: string; count: number }>(
      `select e.session_id as id, count(*)::int as count from enrolment e
        where ${visible.sql} and e.county_id = $2 and e.session_id = any ($3::uuid[]) and e.status = 'REQUESTED'
        group by e.session_id`,
      [visible.value, tx.actor.countyId, sessionIds],
    );
    return new Map(rows.map(({ id, count }) => [id, count]));
  }

  /** An enrolment as it stands. */
  async byId(tx: Tx, id: string): Promise<EnrolmentRow | null> {
    const visible = visibleTo(tx, 'enrolment', 'e');
    const [row] = await tx.query<EnrolmentRow>(
      `select e.id, e.client_id as "clientId", e.session_id as "sessionId", e.status, e.requested_at as "requestedAt"
         from enrolment e where ${visible.sql} and e.county_id = $2 and e.id = $3`,
      [visible.value, tx.actor.countyId, id],
    );
    return row ?? null;
  }
}
