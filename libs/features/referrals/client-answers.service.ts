import { Injectable } from '@nestjs/common';
import { done, refusal, refused } from '#domain/common/outcome';
import { acceptInvitation, consent, declineByClient } from '#domain/referrals/referral-answers';
import { ConsentReader, ConsentService } from '#features/consent';
import type { Tx } from '#platform/database/transaction';
import type { ReferralOutcome } from './caseworker-referrals.service';
import { ReferralSteps } from './referral-steps';
import { ReferralsRepository, type ReferralRow } from './referrals.repository';

const NO_MORE_THAN = 200;

/** What a client answers, herself or with a caseworker who keeps the signed paper. */
@Injectable()
export class ClientAnswersService {
  constructor(
    private readonly referrals: ReferralsRepository,
    private readonly steps: ReferralSteps,
    private readonly consents: ConsentService,
    private readonly grants: ConsentReader,
  ) {}

  /** Agrees to be put forward to this enterprise without a name; the name only where it is ticked now. */
  async consent(
    tx: Tx,
    id: string,
    sharesIdentity: boolean,
    evidenceFileId: string | null = null,
  ): Promise<ReferralOutcome> {
    const row = await this.referrals.locked(tx, id);
    if (row === null) return refused(refusal('NOT_FOUND', ['id']));
    const outcome = consent(row.status);
    if (!outcome.ok) return outcome;
    const consentGrantId = await this.grant(tx, row, 'SHARE_PROFILE', evidenceFileId);
    if (sharesIdentity) await this.grant(tx, row, 'SHARE_IDENTITY', evidenceFileId);
    const changes = { consentedAt: tx.now, consentGrantId, consentEvidenceFileId: evidenceFileId };
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
    if ((await this.grants.liveGrant(tx, wanted)) === null) await this.grant(tx, row, 'SHARE_IDENTITY', null);
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

  private grant(
    tx: Tx,
    row: ReferralRow,
    purpose: 'SHARE_PROFILE' | 'SHARE_IDENTITY',
    evidenceFileId: string | null,
  ): Promise<string> {
    const fieldGroups = purpose === 'SHARE_PROFILE' ? (['PROFILE'] as const) : (['IDENTITY'] as const);
    return this.consents.grant(tx, {
      clientId: row.clientId,
      recipientId: row.organisationId,
      purpose,
      fieldGroups,
      evidenceFileId,
    });
  }
}
