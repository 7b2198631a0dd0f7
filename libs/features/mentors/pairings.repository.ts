import { Injectable } from '@nestjs/common';
import { dayOf } from '#domain/common/day';
import type { PairingEnder, PairingStatus } from '#domain/mentors/pairing';
import { visibleTo } from '#platform/access/visible';
import type { Tx } from '#platform/database/transaction';
import { MentorPairing } from './mentor-pairing.entity';

/** A pairing with names, and what the client has said to it. */
export interface PairingRow {
  readonly id: string;
  readonly clientId: string;
  readonly caseworkerMembershipId: string | null;
  readonly mentorMembershipId: string;
  readonly mentorName: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly pairedAt: Date;
  readonly status: PairingStatus;
  readonly endedAt: Date | null;
  readonly endedBy: PairingEnder | null;
  readonly wantsAnother: boolean;
  /** True while a consent of hers for this pairing shows the mentor her name. */
  readonly mayKnowName: boolean;
  /** True while she was asked and has not answered. */
  readonly isAsked: boolean;
}

/** Somebody who may become a mentor. */
export interface MentorRow {
  readonly id: string;
  readonly displayName: string;
  readonly organisationId: string;
  readonly organisationName: string;
}

const COLUMNS = `p.id, p.client_id as "clientId", c.caseworker_membership_id as "caseworkerMembershipId",
  p.mentor_membership_id as "mentorMembershipId", m.display_name as "mentorName", p.organisation_id as "organisationId",
  o.name as "organisationName", p.paired_at as "pairedAt", p.status, p.ended_at as "endedAt", p.ended_by as "endedBy",
  p.wants_another as "wantsAnother",
  p.status = 'ACTIVE' and exists (select from consent_grant g where g.county_id = p.county_id and g.client_id = p.client_id
    and g.recipient_organisation_id = p.organisation_id and g.purpose = 'MENTOR_SHARE' and 'IDENTITY' = any (g.field_groups)
    and g.status = 'ACTIVE' and $2::date between g.valid_from and g.valid_to and g.created_at >= p.paired_at) as "mayKnowName",
  p.status = 'ACTIVE' and exists (select from consent_request q where q.county_id = p.county_id and q.client_id = p.client_id
    and q.recipient_organisation_id = p.organisation_id and q.purpose = 'MENTOR_SHARE' and q.status = 'OPEN'
    and q.answer_by >= $2::date) as "isAsked"`;

const FROM = `mentor_pairing p join client c on c.county_id = p.county_id and c.id = p.client_id
  join membership m on m.county_id = p.county_id and m.id = p.mentor_membership_id
  join organisation o on o.county_id = p.county_id and o.id = p.organisation_id`;

/** Every query about pairings, by name. */
@Injectable()
export class PairingsRepository {
  /** The visible pairings of these clients, the newest above. */
  ofClients(tx: Tx, clientIds: readonly string[]): Promise<PairingRow[]> {
    const visible = visibleTo(tx, 'mentor_pairing', 'p', { single: true });
    return tx.query(
      `select ${COLUMNS} from ${FROM} where ${visible.sql} and p.client_id = any ($3::uuid[])
        order by p.paired_at desc, p.id desc`,
      [visible.value, dayOf(tx.now), clientIds],
    );
  }

  /** One pairing; null where there is none or it is not visible. */
  async byId(tx: Tx, id: string): Promise<PairingRow | null> {
    const visible = visibleTo(tx, 'mentor_pairing', 'p', { single: true });
    const [row] = await tx.query<PairingRow>(`select ${COLUMNS} from ${FROM} where ${visible.sql} and p.id = $3`, [
      visible.value,
      dayOf(tx.now),
      id,
    ]);
    return row ?? null;
  }

  /** The live pairings of the mentor who acts, as far as the clients agreed. */
  ofMentor(tx: Tx): Promise<{ id: string; clientId: string; pairedAt: Date }[]> {
    const visible = visibleTo(tx, 'mentor_pairing', 'p');
    return tx.query(
      `select p.id, p.client_id as "clientId", p.paired_at as "pairedAt" from mentor_pairing p
        where ${visible.sql} and p.status = 'ACTIVE' order by p.paired_at, p.id`,
      [visible.value],
    );
  }

  /** The members who are mentors now, by name. */
  mentors(tx: Tx): Promise<MentorRow[]> {
    const visible = visibleTo(tx, 'membership', 'm');
    return tx.query(
      `select m.id, m.display_name as "displayName", m.organisation_id as "organisationId", o.name as "organisationName"
         from membership m join organisation o on o.county_id = m.county_id and o.id = m.organisation_id
        where ${visible.sql} and m.role = 'MENTOR' and m.status = 'ACTIVE' order by m.display_name, m.id limit 500`,
      [visible.value],
    );
  }

  /** True while a client is being served. */
  async isServed(tx: Tx, clientId: string): Promise<boolean> {
    const rows = await tx.query(
      `select 1 from programme_entry where county_id = $1 and client_id = $2 and status <> 'CLOSED'`,
      [tx.actor.countyId, clientId],
    );
    return rows.length === 1;
  }

  /** Inserts a pairing. */
  async insert(tx: Tx, pairing: Partial<MentorPairing>): Promise<void> {
    await tx.manager.insert(MentorPairing, { ...pairing, countyId: tx.actor.countyId });
  }

  /** Ends a live pairing at once; false where it had ended. */
  async end(tx: Tx, id: string, endedBy: PairingEnder, wantsAnother: boolean): Promise<boolean> {
    const ended = await tx.query(
      `update mentor_pairing set status = 'ENDED', ended_at = $3, ended_by = $4, wants_another = $5, version = version + 1
        where county_id = $1 and id = $2 and status = 'ACTIVE' returning id`,
      [tx.actor.countyId, id, tx.now, endedBy, wantsAnother],
    );
    return ended.length === 1;
  }
}
