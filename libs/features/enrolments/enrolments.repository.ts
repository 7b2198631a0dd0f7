import { Injectable } from '@nestjs/common';
import type { EnrolmentStatus } from '#domain/training/enrolment-lifecycle';
import { visibleTo } from '#platform/access/visible';
import type { Tx } from '#platform/database/transaction';

/** The states in which a person takes part. */
const LIVE: readonly EnrolmentStatus[] = ['CONFIRMED', 'ATTENDING'];

/** Somebody's seat in a session. */
export interface SeatRow {
  readonly id: string;
  readonly clientId: string;
  readonly status: EnrolmentStatus;
}

/** Every query about enrolments, by name. */
@Injectable()
export class EnrolmentsRepository {
  /** The sessions that the actor herself takes part in; none for those who are no clients. */
  async liveSessionIds(tx: Tx): Promise<string[]> {
    const visible = visibleTo(tx, 'enrolment', 'e');
    const rows = await tx.query<{ id: string }>(
      `select e.session_id as id from enrolment e where ${visible.sql} and e.client_id = $2 and e.status = any($3)`,
      [visible.value, tx.actor.clientId, LIVE],
    );
    return rows.map(({ id }) => id);
  }

  /** The visible seats of a session that were not given up, in the order in which they were asked for. */
  seatsOf(tx: Tx, sessionId: string): Promise<SeatRow[]> {
    const visible = visibleTo(tx, 'enrolment', 'e');
    return tx.query(
      `select e.id, e.client_id as "clientId", e.status from enrolment e
        where ${visible.sql} and e.session_id = $2 and e.status not in ('DROPPED', 'NO_SHOW')
        order by e.requested_at, e.id`,
      [visible.value, sessionId],
    );
  }
}
