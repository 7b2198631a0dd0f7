import { Injectable } from '@nestjs/common';
import { done, refusal, refused, type Outcome } from '#domain/common/outcome';
import type { ReviewVerdict } from '#domain/consent/consent-codes';
import { Audit } from '#platform/audit/audit';
import type { Tx } from '#platform/database/transaction';
import { ConsentReviewsRepository, type ConsentReviewRow } from './consent-reviews.repository';

/** A second person's look at one recorded consent in ten. No figure is kept of anybody. */
@Injectable()
export class ConsentReviewsService {
  constructor(
    private readonly reviews: ConsentReviewsRepository,
    private readonly audit: Audit,
  ) {}

  /** What waits for a look. */
  open(tx: Tx): Promise<ConsentReviewRow[]> {
    return this.reviews.open(tx);
  }

  /** Writes down whether the paper carries the consent; never one's own recording. Ending one that is not sound is up to the caller. */
  async decide(
    tx: Tx,
    id: string,
    verdict: ReviewVerdict,
  ): Promise<Outcome<ConsentReviewRow, 'NOT_FOUND' | 'WRONG_STATE'>> {
    const row = await this.reviews.locked(tx, id);
    if (row === null) return refused(refusal('NOT_FOUND', ['id']));
    if (row.verdict !== null) return refused(refusal('WRONG_STATE', ['id'], { verdict: row.verdict }));
    await this.reviews.decide(tx, id, verdict);
    await this.audit.record(tx, {
      action: 'consent_review.decided',
      subjectType: 'consent_review',
      subjectId: id,
      fields: ['verdict'],
    });
    return done(row);
  }
}
