import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { addDays, addMonths, dayOf, type Day } from '#domain/common/day';
import { done, refusal, refused, type Outcome } from '#domain/common/outcome';
import { Role } from '#domain/common/role';
import type { ConsentPurpose, FieldGroup } from '#domain/consent/consent-codes';
import { judgeScope, type ScopeCode } from '#domain/consent/consent-scopes';
import { canonicalText, CONSENT_TEXT_VERSION, consentTextOf } from '#domain/consent/consent-texts';
import { endsWith } from '#domain/consent/consent-withdrawal';
import { Audit } from '#platform/audit/audit';
import type { Tx } from '#platform/database/transaction';
import { Live } from '#platform/live/live';
import type { SealedEvidence } from './consent-evidence';
import { ConsentRepository, type GrantParties, type GrantRow, type Withdrawal } from './consent.repository';

/** Months that a consent for one enterprise lasts unless it is withdrawn before. */
const GRANT_MONTHS = 3;

/** What a consent is to open. */
export interface WantedConsent extends GrantParties {
  readonly purpose: ConsentPurpose;
  readonly fieldGroups: readonly FieldGroup[];
  /** The last day inside; three months from today unless told. */
  readonly validTo?: Day | undefined;
}

/** A consent to be given. */
export interface NewGrant extends WantedConsent {
  /** Made by the caller where its evidence is sealed for it. */
  readonly id?: string;
  /** Its proof, where a caseworker records it; null where the client gives it herself. */
  readonly evidence: SealedEvidence | null;
  /** The text that was agreed to; the present one unless told. */
  readonly textVersion?: string;
}

/** What a withdrawal ended. */
export interface Withdrawn {
  readonly grant: GrantRow;
  readonly ended: readonly GrantRow[];
}

/** Roles whose open screens hear of a consent: those outside the office only of what concerns their own organisation. */
const AUDIENCE = [
  Role.CLIENT,
  Role.CASEWORKER,
  Role.SUPERVISOR,
  Role.ENTERPRISE_HR,
  Role.MENTOR,
  Role.TRAINER,
  Role.BASE_MANAGER,
] as const;

/** Gives and ends consents; every row is one recipient, one purpose, some fields, some time. */
@Injectable()
export class ConsentService {
  constructor(
    private readonly grants: ConsentRepository,
    private readonly audit: Audit,
    private readonly live: Live,
  ) {}

  /** Says whether such a consent may be asked for or given by the actor; gives its last day. */
  async judge(tx: Tx, wanted: WantedConsent): Promise<Outcome<{ validTo: Day }, ScopeCode | 'NOT_FOUND'>> {
    const recipientKind = await this.grants.kindOf(tx, wanted.recipientId);
    if (recipientKind === null) return refused(refusal('NOT_FOUND', ['recipientId']));
    if ((await this.grants.discloserOf(tx, wanted.clientId)) === null)
      return refused(refusal('NOT_FOUND', ['clientId']));
    const validFrom = dayOf(tx.now);
    const validTo = wanted.validTo ?? lastDay(validFrom);
    const outcome = judgeScope({ ...wanted, recipientKind, validFrom, validTo });
    return outcome.ok ? done({ validTo }) : outcome;
  }

  /** Gives a consent from today on; gives its id. Throws where the actor could not give it for this client. */
  async grant(tx: Tx, grant: NewGrant): Promise<string> {
    const id = grant.id ?? uuidv7();
    const validFrom = dayOf(tx.now);
    const discloser = await this.grants.discloserOf(tx, grant.clientId);
    if (discloser === null) throw new Error('Nobody could disclose anything of this client.');
    const { evidence, textVersion = CONSENT_TEXT_VERSION } = grant;
    await this.grants.insert(tx, {
      id,
      clientId: grant.clientId,
      discloserOrganisationId: discloser,
      recipientOrganisationId: grant.recipientId,
      purpose: grant.purpose,
      fieldGroups: [...grant.fieldGroups],
      validFrom,
      validTo: grant.validTo ?? lastDay(validFrom),
      status: 'ACTIVE',
      textVersion,
      textDigest: digestOf(grant.purpose, textVersion),
      recordedByMembershipId: evidence === null ? null : tx.actor.membershipId,
      evidenceFileId: evidence?.fileId ?? null,
      evidenceKind: evidence?.kind ?? null,
      witnessNameEnc: evidence?.witnessNameEnc ?? null,
      createdAt: tx.now,
    });
    await this.record(tx, 'consent.granted', id, grant.fieldGroups);
    await this.tell(tx, id, grant);
    return id;
  }

  /** Takes a live consent back, with what ends beside it: nothing more is shown from the commit on. */
  async revoke(tx: Tx, id: string, how: Withdrawal): Promise<Outcome<Withdrawn, 'NOT_FOUND' | 'WRONG_STATE'>> {
    const [grant] = await this.grants.byIds(tx, [id]);
    if (grant === undefined) return refused(refusal('NOT_FOUND', ['id']));
    await this.grants.lockActive(tx, grant);
    const today = dayOf(tx.now);
    const active = (await this.grants.active(tx, grant)).filter(({ validTo }) => validTo >= today);
    if (!active.some((one) => one.id === id)) return refused(refusal('WRONG_STATE', ['id'], { status: grant.status }));
    const ended = endsWith(grant, active);
    await this.grants.withdraw(
      tx,
      ended.map((one) => one.id),
      how,
    );
    for (const one of ended) await this.record(tx, 'consent.revoked', one.id);
    await this.tell(tx, id, grant);
    return done({ grant, ended });
  }

  /** Marks what has run out by the calendar and tells open screens, as a withdrawal does; gives how many. */
  async expirePast(tx: Tx): Promise<number> {
    const expired = await this.grants.expirePast(tx, dayOf(tx.now));
    for (const grant of expired) await this.tell(tx, grant.id, grant);
    return expired.length;
  }

  private record(tx: Tx, action: string, subjectId: string, fields: readonly string[] = []): Promise<void> {
    return this.audit.record(tx, { action, subjectType: 'consent_grant', subjectId, fields });
  }

  private tell(tx: Tx, id: string, { clientId, recipientId }: GrantParties): Promise<void> {
    return this.live.notify(tx, { type: 'consent', id, roles: AUDIENCE, clientId, organisationId: recipientId });
  }
}

const lastDay = (from: Day): Day => addDays(addMonths(from, GRANT_MONTHS), -1);

const digestOf = (purpose: ConsentPurpose, version: string): Buffer =>
  createHash('sha256')
    .update(canonicalText(consentTextOf(purpose, version)))
    .digest();
