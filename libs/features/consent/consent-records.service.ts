import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { done, refusal, refused, type Outcome } from '#domain/common/outcome';
import type { ScopeCode } from '#domain/consent/consent-scopes';
import { isSampled } from '#domain/consent/consent-sample';
import { Audit } from '#platform/audit/audit';
import type { Tx } from '#platform/database/transaction';
import { ConsentEvidence, type Evidence, type EvidenceCode } from './consent-evidence';
import { ConsentReviewsRepository } from './consent-reviews.repository';
import { ConsentRepository } from './consent.repository';
import { ConsentService, type WantedConsent } from './consent.service';

/** The answer of a recording: the consent's id, or why not. */
export type RecordOutcome = Outcome<{ id: string }, ScopeCode | EvidenceCode | 'WRONG_STATE'>;

/** Records what a client agreed to on paper; one in ten is laid before a supervisor, and the client sees each one. */
@Injectable()
export class ConsentRecordsService {
  constructor(
    private readonly consents: ConsentService,
    private readonly evidence: ConsentEvidence,
    private readonly reviews: ConsentReviewsRepository,
    private readonly grants: ConsentRepository,
    private readonly audit: Audit,
  ) {}

  /** Records a consent with its paper. */
  async record(tx: Tx, wanted: WantedConsent, evidence: Evidence): Promise<RecordOutcome> {
    const judged = await this.consents.judge(tx, wanted);
    if (!judged.ok) return judged;
    const id = uuidv7();
    const sealed = await this.evidence.judge(tx, { grantId: id, clientId: wanted.clientId }, evidence);
    if (!sealed.ok) return sealed;
    await this.consents.grant(tx, { ...wanted, id, evidence: sealed.value });
    if (isSampled(id)) await this.reviews.lay(tx, { grantId: id, clientId: wanted.clientId });
    return done({ id });
  }

  /** The client has seen what was recorded for her. */
  async markSeen(tx: Tx, id: string): Promise<Outcome<{ id: string }, 'NOT_FOUND'>> {
    if (!(await this.grants.markSeen(tx, id))) return refused(refusal('NOT_FOUND', ['id']));
    await this.audit.record(tx, { action: 'consent.seen', subjectType: 'consent_grant', subjectId: id });
    return done({ id });
  }
}
