import { Injectable } from '@nestjs/common';
import { done, refusal, refused, type Outcome } from '#domain/common/outcome';
import { acceptInvitation, consent, declineByClient } from '#domain/referrals/referral-answers';
import {
  ConsentReader,
  ConsentRecordsService,
  ConsentService,
  type Evidence,
  type RecordOutcome,
  type WantedConsent,
} from '#features/consent';
import type { Tx } from '#platform/database/transaction';
import type { ReferralOutcome } from './caseworker-referrals.service';
import { ReferralSteps } from './referral-steps';
import { ReferralsRepository, type ReferralRow } from './referrals.repository';

/** The answer of a client, or of the caseworker who keeps her paper. */
export type AnswerOutcome = Outcome<{ id: string }, string>;

const NO_MORE_THAN = 200;

/** What a client answers, herself or with a caseworker who keeps the signed paper. */
@Injectable()
export class ClientAnswersService {
  constructor(
    private readonly referrals: ReferralsRepository,
    private readonly steps: ReferralSteps,
    private readonly consents: ConsentService,
    private readonly grants: ConsentReader,
    private readonly records: ConsentRecordsService,
  ) {}

  /** Agrees to be put forward to this enterprise without a name; the name only where it is ticked now. */
  async consent(tx: Tx, id: string, sharesIdentity: boolean, evidence: Evidence | null = null): Promise<AnswerOutcome> {
    const row = await this.referrals.locked(tx, id);
    if (row === null) return refused(refusal('NOT_FOUND', ['id']));
    const outcome = consent(row.status);
    if (!outcome.ok) return outcome;
    const given = await this.profile(tx, row, evidence);
    if (!given.ok) return given;
    if (sharesIdentity) await this.consents.grant(tx, { ...scopeOf(row, 'SHARE_IDENTITY'), evidence: null });
    const changes = {
      consentedAt: tx.now,
      consentGrantId: given.value.id,
      consentEvidenceFileId: evidence?.fileId ?? null,
    };
    return done(await this.steps.take(tx, row, outcome.value.status, changes));
  }

  /** Accepts the invitation: from here this enterprise knows name and phone number. */
  async acceptInvitation(tx: Tx, id: string): Promise<ReferralOutcome> {
    const row = await this.referrals.locked(tx, id);
    if (row === null) return refused(refusal('NOT_FOUND', ['id']));
    const outcome = acceptInvitation(row.status);
    if (!outcome.ok) return outcome;
    const wanted = {
      clientId: row.clientId,
      recipientId: row.organisationId,
      purpose: 'SHARE_IDENTITY',
      fieldGroup: 'IDENTITY',
    } as const;
    if ((await this.grants.liveGrant(tx, wanted)) === null)
      await this.consents.grant(tx, { ...scopeOf(row, 'SHARE_IDENTITY'), evidence: null });
    return done(await this.steps.take(tx, row, outcome.value.status, { invitationAcceptedAt: tx.now }));
  }

  /** Declines, at any open step; a reason is welcome and never needed, and nothing follows from it. */
  async decline(tx: Tx, id: string, reason: string | null): Promise<ReferralOutcome> {
    const row = await this.referrals.locked(tx, id);
    if (row === null) return refused(refusal('NOT_FOUND', ['id']));
    const outcome = declineByClient(row.status);
    if (!outcome.ok) return outcome;
    const refusalReason = reason?.trim().slice(0, NO_MORE_THAN) ?? '';
    return done(
      await this.steps.take(tx, row, outcome.value.status, {
        refusalReason: refusalReason === '' ? null : refusalReason,
      }),
    );
  }

  private async profile(tx: Tx, row: ReferralRow, evidence: Evidence | null): Promise<RecordOutcome> {
    const scope = scopeOf(row, 'SHARE_PROFILE');
    if (evidence !== null) return this.records.record(tx, scope, evidence);
    return done({ id: await this.consents.grant(tx, { ...scope, evidence: null }) });
  }
}

/** What a referral asks for: the card, or the name. */
const scopeOf = (
  { clientId, organisationId }: ReferralRow,
  purpose: 'SHARE_PROFILE' | 'SHARE_IDENTITY',
): WantedConsent => ({
  clientId,
  recipientId: organisationId,
  purpose,
  fieldGroups: purpose === 'SHARE_PROFILE' ? ['PROFILE'] : ['IDENTITY'],
});
