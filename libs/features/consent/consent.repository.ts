import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/common/actor';
import type { Day } from '#domain/common/day';
import type { ConsentPurpose, FieldGroup } from '#domain/consent/consent-codes';
import type { ConsentStatus } from '#domain/consent/consent-lifecycle';
import { inCaseloadsOrOpened, type Visible } from '#platform/database/caseload-wall';
import type { Tx } from '#platform/database/transaction';
import { ConsentGrant } from './consent-grant.entity';

/** A grant with the name of its recipient. */
export interface GrantRow {
  readonly id: string;
  readonly version: number;
  readonly clientId: string;
  readonly recipientId: string;
  readonly recipientName: string;
  readonly purpose: ConsentPurpose;
  readonly fieldGroups: FieldGroup[];
  readonly validFrom: Day;
  /** The last day inside. */
  readonly validTo: Day;
  readonly revokedAt: Date | null;
  readonly status: ConsentStatus;
}

/** From whom to whom a consent goes. */
export interface GrantParties {
  readonly clientId: string;
  readonly recipientId: string;
}

const COLUMNS = `g.id, g.version, g.client_id as "clientId", g.recipient_organisation_id as "recipientId",
  o.name as "recipientName", g.purpose, g.field_groups as "fieldGroups", g.valid_from::text as "validFrom",
  g.valid_to::text as "validTo", g.revoked_at as "revokedAt", g.status`;

const FROM = `consent_grant g
  join organisation o on o.county_id = g.county_id and o.id = g.recipient_organisation_id`;

/** The rows this actor may see: a client hers, staff those of their clients, an enterprise those given to it. */
function visibleTo(actor: Actor): Visible {
  if (actor.role === 'CLIENT') return { sql: 'g.client_id = $1::uuid', value: actor.clientId };
  if (actor.role === 'ENTERPRISE_HR') {
    return { sql: 'g.recipient_organisation_id = $1::uuid', value: actor.organisationId };
  }
  if (actor.role === 'CASEWORKER') {
    const { sql, value } = inCaseloadsOrOpened(actor);
    return {
      sql: `exists (select from client c where c.county_id = g.county_id and c.id = g.client_id and ${sql})`,
      value,
    };
  }
  if (actor.role === 'SUPERVISOR' || actor.role.startsWith('SYSTEM:')) return { sql: '$1::uuid is null', value: null };
  return { sql: 'false and $1::uuid is null', value: null };
}

/** Every query about consents, by name. */
@Injectable()
export class ConsentRepository {
  /** The visible grants among these ids. */
  byIds(tx: Tx, ids: readonly string[]): Promise<GrantRow[]> {
    const visible = visibleTo(tx.actor);
    return tx.query<GrantRow>(
      `select ${COLUMNS} from ${FROM} where ${visible.sql} and g.county_id = $2 and g.id = any($3::uuid[])`,
      [visible.value, tx.actor.countyId, ids],
    );
  }

  /** The visible grants of these clients, the newest above. */
  ofClients(tx: Tx, clientIds: readonly string[]): Promise<GrantRow[]> {
    const visible = visibleTo(tx.actor);
    return tx.query<GrantRow>(
      `select ${COLUMNS} from ${FROM}
        where ${visible.sql} and g.county_id = $2 and g.client_id = any($3::uuid[])
        order by g.valid_from desc, g.id desc`,
      [visible.value, tx.actor.countyId, clientIds],
    );
  }

  /** The visible grants of a client to a recipient that nobody ended, the one that lasts longest above. */
  active(tx: Tx, { clientId, recipientId }: GrantParties): Promise<GrantRow[]> {
    const visible = visibleTo(tx.actor);
    return tx.query<GrantRow>(
      `select ${COLUMNS} from ${FROM}
        where ${visible.sql} and g.county_id = $2 and g.client_id = $3 and g.recipient_organisation_id = $4
          and g.status = 'ACTIVE'
        order by g.valid_to desc, g.id`,
      [visible.value, tx.actor.countyId, clientId, recipientId],
    );
  }

  /** Locks the grants of a client to a recipient that nobody ended, always in the same order. */
  async lockActive(tx: Tx, parties: GrantParties): Promise<void> {
    await tx.query(
      `select id from consent_grant
        where county_id = $1 and client_id = $2 and recipient_organisation_id = $3 and status = 'ACTIVE'
        order by id for update`,
      [tx.actor.countyId, parties.clientId, parties.recipientId],
    );
  }

  /** The office that discloses: the one of the client's caseworker; null where she has none. */
  async discloserOf(tx: Tx, clientId: string): Promise<string | null> {
    const [row] = await tx.query<{ id: string }>(
      `select m.organisation_id as id
         from client c join membership m on m.county_id = c.county_id and m.id = c.caseworker_membership_id
        where c.county_id = $1 and c.id = $2`,
      [tx.actor.countyId, clientId],
    );
    return row?.id ?? null;
  }

  /** Inserts a grant. */
  async insert(tx: Tx, grant: Partial<ConsentGrant>): Promise<void> {
    await tx.manager.insert(ConsentGrant, { ...grant, countyId: tx.actor.countyId });
  }

  /** Ends grants: REVOKED with the instant, or EXPIRED. */
  async end(tx: Tx, ids: readonly string[], status: 'REVOKED' | 'EXPIRED'): Promise<void> {
    await tx.query(
      `update consent_grant set status = $3, revoked_at = case when $3 = 'REVOKED' then $4::timestamptz end,
              version = version + 1
        where county_id = $1 and id = any($2::uuid[]) and status = 'ACTIVE'`,
      [tx.actor.countyId, ids, status, tx.now],
    );
  }

  /** Ends every grant whose last day lies before `today`; gives how many. */
  async expirePast(tx: Tx, today: Day): Promise<number> {
    const rows = await tx.query<{ id: string }>(
      `update consent_grant set status = 'EXPIRED', version = version + 1
        where county_id = $1 and status = 'ACTIVE' and valid_to < $2::date returning id`,
      [tx.actor.countyId, today],
    );
    return rows.length;
  }
}
