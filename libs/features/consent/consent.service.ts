import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { addDays, addMonths, dayOf, type Day } from '#domain/common/day';
import { done, refusal, refused, type Outcome } from '#domain/common/outcome';
import type { ConsentPurpose, FieldGroup } from '#domain/consent/consent-codes';
import { Audit } from '#platform/audit/audit';
import type { Tx } from '#platform/database/transaction';
import { ConsentRepository, type GrantParties, type GrantRow } from './consent.repository';

/** The text that clients agree to at present; a change of its meaning is a new version. */
export const CONSENT_TEXT_VERSION = '2026-01';

/** Months that a consent for one enterprise lasts unless it is withdrawn before. */
const GRANT_MONTHS = 3;

/** A consent to be given. */
export interface NewGrant extends GrantParties {
  readonly purpose: ConsentPurpose;
  readonly fieldGroups: readonly FieldGroup[];
  /** The signed paper, where a caseworker records it; null where the client gives it herself. */
  readonly evidenceFileId: string | null;
}

/** Gives and ends consents; every row is one recipient, one purpose, some fields, some time. */
@Injectable()
export class ConsentService {
  constructor(
    private readonly grants: ConsentRepository,
    private readonly audit: Audit,
  ) {}

  /** Gives a consent from today for three months; gives its id. Throws where the client has no caseworker's office to disclose. */
  async grant(tx: Tx, grant: NewGrant): Promise<string> {
    const id = uuidv7();
    const validFrom = dayOf(tx.now);
    const discloser = await this.grants.discloserOf(tx, grant.clientId);
    if (discloser === null) throw new Error('Nobody could disclose anything of this client.');
    await this.grants.insert(tx, {
      id,
      clientId: grant.clientId,
      discloserOrganisationId: discloser,
      recipientOrganisationId: grant.recipientId,
      purpose: grant.purpose,
      fieldGroups: [...grant.fieldGroups],
      validFrom,
      validTo: lastDay(validFrom),
      status: 'ACTIVE',
      textVersion: CONSENT_TEXT_VERSION,
      recordedByMembershipId: grant.evidenceFileId === null ? null : tx.actor.membershipId,
      evidenceFileId: grant.evidenceFileId,
      createdAt: tx.now,
    });
    await this.audit.record(tx, {
      action: 'consent.granted',
      subjectType: 'consent_grant',
      subjectId: id,
      fields: grant.fieldGroups,
    });
    return id;
  }

  /** Ends a live consent, and every other of the client to the same recipient: nothing more is shown from the commit on. */
  async revoke(tx: Tx, id: string): Promise<Outcome<GrantRow, 'NOT_FOUND' | 'WRONG_STATE'>> {
    const [grant] = await this.grants.byIds(tx, [id]);
    if (grant === undefined) return refused(refusal('NOT_FOUND', ['id']));
    await this.grants.lockActive(tx, grant);
    const active = await this.grants.active(tx, grant);
    if (!active.some((one) => one.id === id)) return refused(refusal('WRONG_STATE', ['id'], { status: grant.status }));
    await this.grants.end(
      tx,
      active.map((one) => one.id),
      'REVOKED',
    );
    await this.audit.record(tx, { action: 'consent.revoked', subjectType: 'consent_grant', subjectId: id });
    return done(grant);
  }

  /** Marks what has run out by the calendar; gives how many. */
  expirePast(tx: Tx): Promise<number> {
    return this.grants.expirePast(tx, dayOf(tx.now));
  }
}

const lastDay = (from: Day): Day => addDays(addMonths(from, GRANT_MONTHS), -1);
