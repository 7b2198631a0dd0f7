import { Injectable } from '@nestjs/common';
import { OPEN_FINDING_STATES } from '#domain/pay-equity/finding-lifecycle';
import type { Day } from '#domain/common/day';
import type { ErasureStatus } from '#domain/data-rights/erasure-lifecycle';
import { visibleTo } from '#platform/access/visible';
import type { Tx } from '#platform/database/transaction';
import { ErasureRequestRow } from './erasure-request.entity';

/** A wish to be erased as it is read. */
export interface ReadErasureRequest {
  readonly id: string;
  readonly version: number;
  readonly clientId: string;
  readonly caseworkerMembershipId: string | null;
  readonly status: ErasureStatus;
  readonly requestedOn: Day;
  readonly dueOn: Day;
}

const COLUMNS = `r.id, r.version, r.client_id as "clientId", c.caseworker_membership_id as "caseworkerMembershipId",
  r.status, r.requested_on::text as "requestedOn", r.due_on::text as "dueOn"`;
const FROM = 'erasure_request r join client c on c.county_id = r.county_id and c.id = r.client_id';
const MOST = 100;

/** Every query about wishes to be erased, by name. */
@Injectable()
export class ErasureRequestsRepository {
  async insert(tx: Tx, request: Partial<ErasureRequestRow>): Promise<void> {
    await tx.manager.insert(ErasureRequestRow, request);
  }

  /** A visible wish, or null. */
  async byId(tx: Tx, id: string): Promise<ReadErasureRequest | null> {
    const visible = visibleTo(tx, 'erasure_request', 'r');
    const [row] = await tx.query<ReadErasureRequest>(
      `select ${COLUMNS} from ${FROM} where ${visible.sql} and r.id = $2`,
      [visible.value, id],
    );
    return row ?? null;
  }

  /** The newest wish of the client who asks, or null. */
  async ownNewest(tx: Tx): Promise<ReadErasureRequest | null> {
    const [row] = await tx.query<ReadErasureRequest>(
      `select ${COLUMNS} from ${FROM} where r.county_id = $1 and r.client_id = $2 order by r.created_at desc, r.id desc limit 1`,
      [tx.actor.countyId, tx.actor.clientId],
    );
    return row ?? null;
  }

  /** Visible wishes that wait to be confirmed, the earliest last day first. */
  open(tx: Tx): Promise<ReadErasureRequest[]> {
    const visible = visibleTo(tx, 'erasure_request', 'r');
    return tx.query<ReadErasureRequest>(
      `select ${COLUMNS} from ${FROM} where ${visible.sql} and r.status = 'REQUESTED' order by r.due_on, r.id limit ${MOST}`,
      [visible.value],
    );
  }

  /** Takes a step from the version that was read; false where somebody was faster. */
  async step(tx: Tx, request: ReadErasureRequest, changes: Partial<ErasureRequestRow>): Promise<boolean> {
    const { affected } = await tx.manager.update(
      ErasureRequestRow,
      { countyId: tx.actor.countyId, id: request.id, version: request.version },
      { ...changes, version: request.version + 1 },
    );
    return affected === 1;
  }

  /** The days on which the open pay findings of clients were found, by client. */
  async findingDays(tx: Tx, clientIds: readonly string[]): Promise<ReadonlyMap<string, readonly Day[]>> {
    const rows = await tx.query<{ clientId: string; days: Day[] }>(
      `select client_id as "clientId", array_agg((detected_at at time zone 'Asia/Shanghai')::date::text) as days
         from pay_finding where county_id = $3 and client_id = any($1::uuid[]) and status = any($2) group by client_id`,
      [clientIds, OPEN_FINDING_STATES, tx.actor.countyId],
    );
    return new Map(rows.map(({ clientId, days }) => [clientId, days]));
  }
}
