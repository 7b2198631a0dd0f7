import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { dayOf, type Day } from '#domain/common/day';
import type { ConsentPurpose, DisclosedGroup } from '#domain/consent/consent-codes';
import { inCaseloadsOrOpened } from '#platform/database/caseload-wall';
import type { Tx } from '#platform/database/transaction';
import type { DisclosureBasis as StoredBasis } from './disclosure.entity';

/** A disclosure as the client reads it. */
export interface DisclosureRow {
  readonly id: string;
  readonly recipientName: string;
  readonly readerName: string;
  /** What it rested on. */
  readonly basis: StoredBasis;
  /** What the consent was for; null where it rested on none. */
  readonly purpose: ConsentPurpose | null;
  readonly fieldGroup: DisclosedGroup;
  readonly day: Day;
  readonly firstAt: Date;
  readonly lastAt: Date;
  readonly count: number;
}

/**
 * What a disclosure rests on: a live consent, the contract between client and employer, or inside the office the
 * supervision of case work and a file opened by break-glass, at the training base a seat in a course.
 */
export type DisclosureBasis =
  | { readonly kind: 'CONSENT'; readonly grantId: string }
  | { readonly kind: 'CONTRACT'; readonly placementId: string }
  | { readonly kind: 'CASE_WORK' | 'BREAK_GLASS' | 'COURSE'; readonly clientId: string };

/** What is about to be shown, and what it rests on. */
export interface Shown {
  readonly clientId: string;
  readonly basis: DisclosureBasis;
  readonly fieldGroup: DisclosedGroup;
}

/** The row that a disclosure rests on. */
export function basisIdOf(basis: DisclosureBasis): string {
  if (basis.kind === 'CONSENT') return basis.grantId;
  return basis.kind === 'CONTRACT' ? basis.placementId : basis.clientId;
}

const keyOf = ({ clientId, basis, fieldGroup }: Shown): string => [clientId, basisIdOf(basis), fieldGroup].join(' ');
const inOneOrder = (a: Shown, b: Shown): number => (keyOf(a) < keyOf(b) ? -1 : 1);

const MOST = 100;

const COLUMNS = `d.id, o.name as "recipientName", coalesce(m.display_name, '') as "readerName", d.basis, g.purpose,
  d.field_group as "fieldGroup", d.day::text as day, d.first_at as "firstAt", d.last_at as "lastAt", d.count`;

const FROM = `disclosure d
  join organisation o on o.county_id = d.county_id and o.id = d.recipient_organisation_id
  left join membership m on m.county_id = d.county_id and m.id = d.reader_membership_id
  left join consent_grant g on g.county_id = d.county_id and g.id = d.consent_grant_id`;

/** Who looked at what. */
@Injectable()
export class DisclosuresRepository {
  /** Writes what is about to be shown to the actor: one row per client, basis, kind of fields and day. Of two readings at once the one that began first may write last. */
  async record(tx: Tx, shown: readonly Shown[]): Promise<void> {
    if (shown.length === 0) return;
    const rows = [...shown].sort(inOneOrder); // two readings at once wait for each other, and never in a circle
    await tx.query(
      `insert into disclosure (county_id, id, client_id, basis, basis_id, consent_grant_id, placement_id, reader_membership_id,
                               recipient_organisation_id, field_group, day, first_at, last_at, count)
       select $1, s.id, s.client_id, s.basis, s.basis_id, case s.basis when 'CONSENT' then s.basis_id end,
              case s.basis when 'CONTRACT' then s.basis_id end, $2, $3, s.field_group, $4, $5, $5, 1
         from unnest($6::uuid[], $7::uuid[], $8::text[], $9::uuid[], $10::text[]) as s(id, client_id, basis, basis_id, field_group)
       on conflict on constraint disclosure_once_key
       do update set last_at = greatest(disclosure.last_at, excluded.last_at), count = disclosure.count + 1`,
      [
        tx.actor.countyId,
        tx.actor.membershipId,
        tx.actor.organisationId,
        dayOf(tx.now),
        tx.now,
        rows.map(() => uuidv7()),
        rows.map(({ clientId }) => clientId),
        rows.map(({ basis }) => basis.kind),
        rows.map(({ basis }) => basisIdOf(basis)),
        rows.map(({ fieldGroup }) => fieldGroup),
      ],
    );
  }

  /** The actor's own disclosures, latest first, at most a hundred. */
  ofOwnFile(tx: Tx): Promise<DisclosureRow[]> {
    return tx.query(
      `select ${COLUMNS} from ${FROM}
        where d.county_id = $1 and d.client_id = $2 order by d.day desc, d.last_at desc, d.id limit ${MOST}`,
      [tx.actor.countyId, tx.actor.clientId],
    );
  }

  /** Who looked at a client of one's own caseload or team, latest first, at most a hundred. */
  ofClient(tx: Tx, clientId: string): Promise<DisclosureRow[]> {
    const { countyId, role } = tx.actor;
    const kept = inCaseloadsOrOpened(tx.actor, 'c', '$4');
    return tx.query(
      `select ${COLUMNS} from ${FROM}
        where d.county_id = $1 and d.client_id = $2
          and ($3 = 'SUPERVISOR' or $3 = 'CASEWORKER' and exists (select from client c
                where c.county_id = d.county_id and c.id = d.client_id and ${kept.sql}))
        order by d.day desc, d.last_at desc, d.id limit ${MOST}`,
      [countyId, clientId, role, kept.value],
    );
  }
}
