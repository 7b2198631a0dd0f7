import { Injectable } from '@nestjs/common';
import type { Day } from '#domain/common/day';
import type { Tx } from '#platform/database/transaction';

/** What something open to somebody outside the office rests on. */
export interface SharedGround {
  readonly basis: 'CONSENT' | 'CONTRACT' | 'COURSE';
  /** The grant, the placement, the enrolment. */
  readonly basisId: string;
  /** Last day of the consent; null where it rests on no consent. */
  readonly validTo: Day | null;
}

/** A name and a phone number, still encrypted. */
export interface SharedIdentity extends SharedGround {
  readonly clientId: string;
  readonly nameEnc: Buffer;
  readonly phoneEnc: Buffer | null;
}

/** The blind card of a referral, as it was sent. */
export interface SharedCard<C extends object> extends SharedGround {
  readonly referralId: string;
  readonly clientId: string;
  readonly card: C;
}

/** What a workplace would have to arrange. */
export interface SharedWorkNeeds extends SharedGround {
  readonly clientId: string;
  /** Still encrypted; null = nothing to arrange. */
  readonly needsEnc: Buffer | null;
}

/** When and how somebody may be reached. */
export interface SharedContactWay extends SharedGround {
  readonly clientId: string;
  /** Still encrypted; null = nothing is said, at any time. */
  readonly rulesEnc: Buffer | null;
}

const GROUND = `s.basis, s.basis_id as "basisId", s.valid_to::text as "validTo"`;

/**
 * The only way in which an enterprise, a contact person or a training base reads a client: views that join a live
 * consent, contract or seat. What is not open is simply not there.
 */
@Injectable()
export class SharedViewsRepository {
  /** Names of these clients, as far as they are open to the actor. */
  identities(tx: Tx, clientIds: readonly string[]): Promise<SharedIdentity[]> {
    return tx.query(
      `select s.client_id as "clientId", s.name_enc as "nameEnc", s.phone_enc as "phoneEnc", ${GROUND}
         from shared_identity s where s.county_id = $1 and s.client_id = any ($2::uuid[])`,
      [tx.actor.countyId, clientIds],
    );
  }

  /** Cards of these referrals, as far as they are open to the actor. */
  cards<C extends object>(tx: Tx, referralIds: readonly string[]): Promise<SharedCard<C>[]> {
    return tx.query(
      `select s.referral_id as "referralId", s.client_id as "clientId", s.card, ${GROUND}
         from shared_card s where s.county_id = $1 and s.referral_id = any ($2::uuid[])`,
      [tx.actor.countyId, referralIds],
    );
  }

  /** When and how these clients may be reached, as far as it is open to the actor. */
  contactWays(tx: Tx, clientIds: readonly string[]): Promise<SharedContactWay[]> {
    return tx.query(
      `select s.client_id as "clientId", s.contact_rules_enc as "rulesEnc", ${GROUND}
         from shared_contact_way s where s.county_id = $1 and s.client_id = any ($2::uuid[])`,
      [tx.actor.countyId, clientIds],
    );
  }

  /** What a workplace would have to arrange for these clients, as far as it is open to the actor. */
  workNeeds(tx: Tx, clientIds: readonly string[]): Promise<SharedWorkNeeds[]> {
    return tx.query(
      `select s.client_id as "clientId", s.accommodation_needs_enc as "needsEnc", ${GROUND}
         from shared_work_needs s where s.county_id = $1 and s.client_id = any ($2::uuid[])`,
      [tx.actor.countyId, clientIds],
    );
  }
}
