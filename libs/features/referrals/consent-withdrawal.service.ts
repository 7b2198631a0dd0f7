import { Injectable } from '@nestjs/common';
import { addDays, dayOf } from '#domain/common/day';
import { mayBecome } from '#domain/common/lifecycle';
import { done, refusal, refused, type Outcome } from '#domain/common/outcome';
import { WithdrawalWay, type ReviewVerdict } from '#domain/consent/consent-codes';
import { putsForward } from '#domain/consent/consent-withdrawal';
import { OPEN_REFERRAL_STATES, REFERRAL_LIFECYCLE } from '#domain/referrals/referral-lifecycle';
import {
  ConsentEvidence,
  ConsentReader,
  ConsentReviewsService,
  ConsentService,
  type EvidenceCode,
  type Withdrawal,
} from '#features/consent';
import { TasksService } from '#features/tasks';
import type { Tx } from '#platform/database/transaction';
import { ReferralSteps } from './referral-steps';
import { ReferralsRepository } from './referrals.repository';

/** The answer of a withdrawal: the id of what ended, or why not. */
export type WithdrawalOutcome = Outcome<
  { id: string },
  'NOT_FOUND' | 'WRONG_STATE' | 'EVIDENCE_REQUIRED' | 'WAY_NOT_HERS' | EvidenceCode
>;

/** Ways in which a client tells her caseworker; the others are her own phone and a supervisor's verdict. */
const TOLD_TO_CASEWORKER: readonly WithdrawalWay[] = ['IN_PERSON', 'BY_CALL', 'IN_WRITING'];

/** Takes consents back: from the commit on nothing more is shown, and open referrals to that enterprise end. A contract stands. */
@Injectable()
export class ConsentWithdrawalService {
  constructor(
    private readonly consents: ConsentService,
    private readonly reviews: ConsentReviewsService,
    private readonly reader: ConsentReader,
    private readonly evidence: ConsentEvidence,
    private readonly referrals: ReferralsRepository,
    private readonly steps: ReferralSteps,
    private readonly tasks: TasksService,
  ) {}

  /** The client herself, on her phone. */
  withdraw(tx: Tx, id: string): Promise<WithdrawalOutcome> {
    return this.end(tx, id, { way: WithdrawalWay.ON_PHONE, fileId: null });
  }

  /** A caseworker, for a client who told her; a paper is asked for only where it was said in writing, so that nothing delays it. */
  async record(tx: Tx, id: string, way: WithdrawalWay, fileId: string | null): Promise<WithdrawalOutcome> {
    if (!TOLD_TO_CASEWORKER.includes(way)) return refused(refusal('WAY_NOT_HERS', ['way']));
    if (way === WithdrawalWay.IN_WRITING && fileId === null)
      return refused(refusal('EVIDENCE_REQUIRED', ['evidenceFileId']));
    const grant = await this.reader.byId(tx, id);
    if (grant === null) return refused(refusal('NOT_FOUND', ['id']));
    if (fileId !== null) {
      const paper = await this.evidence.paper(tx, fileId, grant.clientId);
      if (!paper.ok) return paper;
    }
    return this.end(tx, id, { way, fileId });
  }

  /** A supervisor's verdict on a recorded consent; one that its paper does not carry ends at once and is asked anew. */
  async review(tx: Tx, id: string, verdict: ReviewVerdict): Promise<WithdrawalOutcome> {
    const decided = await this.reviews.decide(tx, id, verdict);
    if (!decided.ok || verdict === 'SOUND') return decided.ok ? done({ id }) : decided;
    const { grantId, clientId, recordedByMembershipId } = decided.value;
    const grant = await this.reader.byId(tx, grantId);
    if (grant?.status === 'ACTIVE') await this.end(tx, grantId, { way: WithdrawalWay.REVIEW, fileId: null });
    await this.tasks.raise(tx, {
      kind: 'CONSENT_NOT_SOUND',
      subjectType: 'consent_grant',
      subjectId: grantId,
      clientId,
      assigneeMembershipId: recordedByMembershipId,
      dueOn: addDays(dayOf(tx.now), 1),
    });
    return done({ id });
  }

  private async end(tx: Tx, id: string, how: Withdrawal): Promise<WithdrawalOutcome> {
    const revoked = await this.consents.revoke(tx, id, how);
    if (!revoked.ok) return revoked;
    const { grant } = revoked.value;
    if (!putsForward(grant)) return done({ id });
    const open = await this.referrals.lockOpen(tx, grant.clientId, grant.recipientId, OPEN_REFERRAL_STATES);
    for (const row of open.filter(({ status }) => mayBecome(REFERRAL_LIFECYCLE, status, 'WITHDRAWN')))
      await this.steps.take(tx, row, 'WITHDRAWN', { refusalReason: 'CONSENT_ENDED', card: null });
    return done({ id });
  }
}
