import { Injectable } from '@nestjs/common';
import type { EnrolmentStatus } from '#domain/training/enrolment-lifecycle';
import { visibleTo } from '#platform/access/visible';
import type { Tx } from '#platform/database/transaction';

/** The states in which a person takes part. */
const LIVE: readonly EnrolmentStatus[] = ['CONFIRMED', 'ATTENDING'];

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
}
