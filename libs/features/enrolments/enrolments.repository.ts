import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/common/actor';
import type { EnrolmentStatus } from '#domain/training/enrolment-lifecycle';
import type { Tx } from '#platform/database/transaction';

/** The states in which a person takes part. */
const LIVE: readonly EnrolmentStatus[] = ['CONFIRMED', 'ATTENDING'];

/** The rows this actor may see: a client her own. */
function visibleTo(actor: Actor): { readonly sql: string; readonly value: string | null } {
  if (actor.role === 'CLIENT') return { sql: 'e.client_id = $1::uuid', value: actor.clientId };
  return { sql: 'false and $1::uuid is null', value: null };
}

/** Every query about enrolments, by name. */
@Injectable()
export class EnrolmentsRepository {
  /** The sessions that the client takes part in. */
  async liveSessionIds(tx: Tx): Promise<string[]> {
    const visible = visibleTo(tx.actor);
    const rows = await tx.query<{ id: string }>(
      `select e.session_id as id from enrolment e where ${visible.sql} and e.county_id = $2 and e.status = any($3)`,
      [visible.value, tx.actor.countyId, LIVE],
    );
    return rows.map(({ id }) => id);
  }
}
