import { Injectable } from '@nestjs/common';
import type { Day } from '#domain/common/day';
import type { ConsentPurpose, EvidenceKind, FieldGroup, WithdrawalWay } from '#domain/consent/consent-codes';
import type { ConsentStatus } from '#domain/consent/consent-lifecycle';
import { visibleTo } from '#platform/access/visible';
import { inCaseloads } from '#platform/database/caseload-wall';
import type { OrganisationKind } from '#domain/organisations/organisation-codes';
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
  readonly textVersion: string;
  /** Null = the client gave it herself. */
  readonly recordedByMembershipId: string | null;
  readonly recordedByName: string | null;
  readonly evidenceKind: EvidenceKind | null;
  readonly evidenceFileId: string | null;
  readonly seenByClientAt: Date | null;
  readonly withdrawalWay: WithdrawalWay | null;
}

/** How a consent ends before its time. */
export interface Withdrawal {
  readonly way: WithdrawalWay;
  /** The paper, where it was taken back in writing. */
  readonly fileId: string | null;
}

/** From whom to whom a consent goes. */
export interface GrantParties {
  readonly clientId: string;
  readonly recipientId: string;
}

const COLUMNS = `g.id, g.version, g.client_id as "clientId", g.recipient_organisation_id as "recipientId",
  o.name as "recipientName", g.purpose, g.field_groups as "fieldGroups", g.valid_from::text as "validFrom",
  g.valid_to::text as "validTo", g.revoked_at as "revokedAt", g.status, g.text_version as "textVersion",
  g.recorded_by_membership_id as "recordedByMembershipId", w.display_name as "recordedByName",
  g.evidence_kind as "evidenceKind", g.evidence_file_id as "evidenceFileId", g.seen_by_client_at as "seenByClientAt",
  g.withdrawal_way as "withdrawalWay"`;

const FROM = `consent_grant g
  join organisation o on o.county_id = g.county_id and o.id = g.recipient_organisation_id
  left join membership w on w.county_id = g.county_id and w.id = g.recorded_by_membership_id`;

/** Every query about consents, by name. */
@Injectable()
export class ConsentRepository {
  /** The visible grants among these ids. */
  byIds(tx: Tx, ids: readonly string[]): Promise<GrantRow[]> {
    const visible = visibleTo(tx, 'consent_grant', 'g', { single: true });
    return tx.query<GrantRow>(
      `select ${COLUMNS} from ${FROM} where ${visible.sql} and g.county_id = $2 and g.id = any($3::uuid[])`,
      [visible.value, tx.actor.countyId, ids],
    );
  }

  /** The visible grants of these clients, the newest above. */
  ofClients(tx: Tx, clientIds: readonly string[]): Promise<GrantRow[]> {
    const visible = visibleTo(tx, 'consent_grant', 'g', { single: true });
    return tx.query<GrantRow>(
      `select ${COLUMNS} from ${FROM}
        where ${visible.sql} and g.county_id = $2 and g.client_id = any($3::uuid[])
        order by g.valid_from desc, g.id desc`,
      [visible.value, tx.actor.countyId, clientIds],
    );
  }

  /** The visible grants of a client to a recipient that nobody ended, the one that lasts longest above. */
  active(tx: Tx, { clientId, recipientId }: GrantParties): Promise<GrantRow[]> {
    const visible = visibleTo(tx, 'consent_grant', 'g', { single: true });
    return tx.query<GrantRow>(
      `select ${COLUMNS} from ${FROM}
        where ${visible.sql} and g.county_id = $2 and g.client_id = $3 and g.recipient_organisation_id = $4
          and g.status = 'ACTIVE'
        order by g.valid_to desc, g.id`,
      [visible.value, tx.actor.countyId, clientId, recipientId],
    );
  }

  /** The visible grants of a client that nobody ended, to whomever. */
  activeOf(tx: Tx, clientId: string): Promise<GrantRow[]> {
    const visible = visibleTo(tx, 'consent_grant', 'g', { single: true });
    return tx.query<GrantRow>(
      `select ${COLUMNS} from ${FROM}
        where ${visible.sql} and g.county_id = $2 and g.client_id = $3 and g.status = 'ACTIVE' order by g.id`,
      [visible.value, tx.actor.countyId, clientId],
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

  /** The office that discloses, that of the client's caseworker; null where the actor may not act for this client. */
  async discloserOf(tx: Tx, clientId: string): Promise<string | null> {
    const { role, clientId: self } = tx.actor;
    const kept = inCaseloads(tx.actor, 'c', '$4');
    const [row] = await tx.query<{ id: string }>(
      `select m.organisation_id as id
         from client c join membership m on m.county_id = c.county_id and m.id = c.caseworker_membership_id
        where c.county_id = $1 and c.id = $2
          and ($3 = 'CLIENT' and c.id = $5::uuid or $3 = 'CASEWORKER' and ${kept.sql})`,
      [tx.actor.countyId, clientId, role, kept.value, self],
    );
    return row?.id ?? null;
  }

  /** What kind of organisation this is; null where there is none. */
  async kindOf(tx: Tx, organisationId: string): Promise<OrganisationKind | null> {
    const [row] = await tx.query<{ kind: OrganisationKind }>(
      'select kind from organisation where county_id = $1 and id = $2',
      [tx.actor.countyId, organisationId],
    );
    return row?.kind ?? null;
  }

  /** Organisations of these kinds by name: those to which a purpose may go. */
  recipients(tx: Tx, kinds: readonly OrganisationKind[]): Promise<{ id: string; name: string }[]> {
    return tx.query('select id, name from organisation where county_id = $1 and kind = any ($2) order by name, id', [
      tx.actor.countyId,
      kinds,
    ]);
  }

  /** Inserts a grant. */
  async insert(tx: Tx, grant: Partial<ConsentGrant>): Promise<void> {
    await tx.manager.insert(ConsentGrant, { ...grant, countyId: tx.actor.countyId });
  }

  /** Ends grants before their time, with how and by whom; a client who does it herself leaves no membership. */
  async withdraw(tx: Tx, ids: readonly string[], { way, fileId }: Withdrawal): Promise<void> {
    await tx.query(
      `update consent_grant set status = 'REVOKED', revoked_at = $3, withdrawal_way = $4, withdrawal_file_id = $5,
              withdrawn_by_membership_id = $6, version = version + 1
        where county_id = $1 and id = any($2::uuid[]) and status = 'ACTIVE'`,
      [tx.actor.countyId, ids, tx.now, way, fileId, tx.actor.role === 'CLIENT' ? null : tx.actor.membershipId],
    );
  }

  /** Notes that the client saw what was recorded for her; false where there is nothing of hers to see. */
  async markSeen(tx: Tx, id: string): Promise<boolean> {
    const rows = await tx.query(
      `update consent_grant set seen_by_client_at = coalesce(seen_by_client_at, $4), version = version + 1
        where county_id = $1 and id = $2 and client_id = $3 and recorded_by_membership_id is not null returning id`,
      [tx.actor.countyId, id, tx.actor.clientId, tx.now],
    );
    return rows.length === 1;
  }

  /** Ends every grant whose last day lies before `today`; gives them. */
  expirePast(tx: Tx, today: Day): Promise<(GrantParties & { readonly id: string })[]> {
    return tx.query(
      `update consent_grant set status = 'EXPIRED', version = version + 1
        where county_id = $1 and status = 'ACTIVE' and valid_to < $2::date
        returning id, client_id as "clientId", recipient_organisation_id as "recipientId"`,
      [tx.actor.countyId, today],
    );
  }
}
