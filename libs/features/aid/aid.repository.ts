import { Injectable } from '@nestjs/common';
import type { AidKind, AidOffice } from '#domain/aid/aid-codes';
import type { AidStatus } from '#domain/aid/aid-lifecycle';
import type { Day } from '#domain/common/day';
import { visibleTo } from '#platform/access/visible';
import type { Tx } from '#platform/database/transaction';
import { AidRequest } from './aid-request.entity';

/** An aid request as stored, with who keeps the client's file. */
export interface AidRow {
  readonly id: string;
  readonly version: number;
  readonly clientId: string;
  readonly caseworkerMembershipId: string | null;
  readonly kind: AidKind;
  readonly status: AidStatus;
  readonly notedOn: Day;
  readonly referredTo: AidOffice | null;
  readonly referredOn: Day | null;
  readonly settledOn: Day | null;
  readonly nextLookOn: Day | null;
}

const COLUMNS = `a.id, a.version, a.client_id as "clientId", c.caseworker_membership_id as "caseworkerMembershipId", a.kind,
  a.status, a.noted_on::text as "notedOn", a.referred_to as "referredTo", a.referred_on::text as "referredOn",
  a.settled_on::text as "settledOn", a.next_look_on::text as "nextLookOn"`;

const FROM = 'aid_request a join client c on c.county_id = a.county_id and c.id = a.client_id';

/** What waits for somebody stands first, then the latest. */
const ORDER = 'a.settled_on is not null, a.next_look_on, a.settled_on desc, a.id';

const MOST_DUE = 100;

/** Every query about aid requests, by name. */
@Injectable()
export class AidRepository {
  /** The visible requests of these clients: open ones first, the earliest look above. */
  ofClients(tx: Tx, clientIds: readonly string[]): Promise<AidRow[]> {
    const visible = visibleTo(tx, 'aid_request', 'a', { single: true });
    return tx.query(
      `select ${COLUMNS} from ${FROM} where ${visible.sql} and a.client_id = any ($2::uuid[]) order by ${ORDER}`,
      [visible.value, clientIds],
    );
  }

  /** One request; null where there is none or it is not visible. */
  async byId(tx: Tx, id: string): Promise<AidRow | null> {
    const visible = visibleTo(tx, 'aid_request', 'a', { single: true });
    const [row] = await tx.query<AidRow>(`select ${COLUMNS} from ${FROM} where ${visible.sql} and a.id = $2`, [
      visible.value,
      id,
    ]);
    return row ?? null;
  }

  /** The requests of the actor's own caseloads whose look is due by `today`, the earliest first; at most a hundred. */
  due(tx: Tx, today: Day): Promise<AidRow[]> {
    const visible = visibleTo(tx, 'aid_request', 'a');
    return tx.query(
      `select ${COLUMNS} from ${FROM} where ${visible.sql} and a.next_look_on <= $2
        order by a.next_look_on, a.id limit ${MOST_DUE}`,
      [visible.value, today],
    );
  }

  /** Every look of the county that is due by `today`, for a job. */
  allDue(tx: Tx, today: Day): Promise<(AidRow & { readonly nextLookOn: Day })[]> {
    return tx.query(
      `select ${COLUMNS} from ${FROM} where a.county_id = $1 and a.next_look_on <= $2 order by a.next_look_on, a.id`,
      [tx.actor.countyId, today],
    );
  }

  /** Inserts a request. */
  async insert(tx: Tx, request: Partial<AidRequest>): Promise<void> {
    await tx.manager.insert(AidRequest, { ...request, countyId: tx.actor.countyId });
  }

  /** Writes changes if the row still has the expected version; false where somebody was faster. */
  async update(tx: Tx, id: string, expectedVersion: number, changes: Partial<AidRequest>): Promise<boolean> {
    const { affected } = await tx.manager.update(
      AidRequest,
      { countyId: tx.actor.countyId, id, version: expectedVersion },
      { ...changes, version: expectedVersion + 1 },
    );
    return affected === 1;
  }
}
