import { Injectable } from '@nestjs/common';
import type { Day } from '#domain/common/day';
import type { ConsentPurpose, FieldGroup } from '#domain/consent/consent-codes';
import type { ConsentRequestStatus } from '#domain/consent/consent-request-lifecycle';
import { visibleTo } from '#platform/access/visible';
import type { Tx } from '#platform/database/transaction';
import { ConsentRequest } from './consent-request.entity';

/** A request with the names of who would receive and who asks. */
export interface ConsentRequestRow {
  readonly id: string;
  readonly version: number;
  readonly clientId: string;
  readonly recipientId: string;
  readonly recipientName: string;
  readonly purpose: ConsentPurpose;
  readonly fieldGroups: FieldGroup[];
  readonly validTo: Day;
  readonly textVersion: string;
  readonly requestedByName: string;
  readonly requestedAt: Date;
  readonly answerBy: Day;
  readonly status: ConsentRequestStatus;
  readonly answeredAt: Date | null;
}

const COLUMNS = `q.id, q.version, q.client_id as "clientId", q.recipient_organisation_id as "recipientId",
  o.name as "recipientName", q.purpose, q.field_groups as "fieldGroups", q.valid_to::text as "validTo",
  q.text_version as "textVersion", coalesce(w.display_name, '') as "requestedByName", q.created_at as "requestedAt",
  q.answer_by::text as "answerBy", q.status, q.answered_at as "answeredAt"`;

const FROM = `consent_request q
  join organisation o on o.county_id = q.county_id and o.id = q.recipient_organisation_id
  left join membership w on w.county_id = q.county_id and w.id = q.requested_by_membership_id`;

/** Every query about requests for a consent, by name. */
@Injectable()
export class ConsentRequestsRepository {
  /** The visible requests of these clients, the newest above. */
  ofClients(tx: Tx, clientIds: readonly string[]): Promise<ConsentRequestRow[]> {
    const visible = visibleTo(tx, 'consent_request', 'q', { single: true });
    return tx.query(
      `select ${COLUMNS} from ${FROM} where ${visible.sql} and q.county_id = $2 and q.client_id = any ($3::uuid[])
        order by q.created_at desc, q.id desc`,
      [visible.value, tx.actor.countyId, clientIds],
    );
  }

  /** One visible request, or null. */
  async byId(tx: Tx, id: string): Promise<ConsentRequestRow | null> {
    const visible = visibleTo(tx, 'consent_request', 'q', { single: true });
    const [row] = await tx.query<ConsentRequestRow>(
      `select ${COLUMNS} from ${FROM} where ${visible.sql} and q.county_id = $2 and q.id = $3`,
      [visible.value, tx.actor.countyId, id],
    );
    return row ?? null;
  }

  /** Takes the row's lock and reads it; null where there is none or the actor may not see it. */
  async locked(tx: Tx, id: string): Promise<ConsentRequestRow | null> {
    const found = await tx.query('select 1 from consent_request where county_id = $1 and id = $2 for update', [
      tx.actor.countyId,
      id,
    ]);
    return found.length === 0 ? null : this.byId(tx, id);
  }

  async insert(tx: Tx, request: Partial<ConsentRequest>): Promise<void> {
    await tx.manager.insert(ConsentRequest, { ...request, countyId: tx.actor.countyId });
  }

  /** Writes the answer of a locked row. */
  async answer(tx: Tx, id: string, status: 'AGREED' | 'DECLINED', consentGrantId: string | null): Promise<void> {
    await tx.query(
      `update consent_request set status = $3, answered_at = $4, consent_grant_id = $5, version = version + 1
        where county_id = $1 and id = $2`,
      [tx.actor.countyId, id, status, tx.now, consentGrantId],
    );
  }

  /** Ends every open request whose last day is over: no answer is a no. Gives how many. */
  async lapsePast(tx: Tx, today: Day): Promise<number> {
    const rows = await tx.query(
      `update consent_request set status = 'LAPSED', answered_at = $3, version = version + 1
        where county_id = $1 and status = 'OPEN' and answer_by < $2::date returning id`,
      [tx.actor.countyId, today, tx.now],
    );
    return rows.length;
  }
}
