import { Injectable } from '@nestjs/common';
import { done, refusal, refused, type Outcome } from '#domain/common/outcome';
import { Audit } from '#platform/audit/audit';
import type { Tx } from '#platform/database/transaction';
import { WaitingJobsRepository } from './waiting-jobs.repository';

type Result = Outcome<{ id: string }, 'NOT_FOUND' | 'WRONG_STATE'>;

/** What an administrator does with jobs that wait for a person. */
@Injectable()
export class WaitingJobsService {
  constructor(
    private readonly jobs: WaitingJobsRepository,
    private readonly audit: Audit,
  ) {}

  /** Gives a job its tries anew. What a provider took before is not sent again: it goes under the same key. */
  async retry(tx: Tx, id: string): Promise<Result> {
    const outboxEventId = await this.jobs.resolve(tx, id, 'RETRIED');
    if (outboxEventId === null) return this.notWaiting(tx, id);
    await this.jobs.giveTries(tx, outboxEventId);
    return this.noted(tx, 'job.retried', id);
  }

  /** Leaves a job undone for good. */
  async drop(tx: Tx, id: string): Promise<Result> {
    const outboxEventId = await this.jobs.resolve(tx, id, 'DROPPED');
    return outboxEventId === null ? this.notWaiting(tx, id) : this.noted(tx, 'job.dropped', id);
  }

  private async notWaiting(tx: Tx, id: string): Promise<Result> {
    const isKnown = (await this.jobs.byId(tx, id)) !== null;
    return refused(refusal(isKnown ? 'WRONG_STATE' : 'NOT_FOUND', ['id']));
  }

  private async noted(tx: Tx, action: string, id: string): Promise<Result> {
    await this.audit.record(tx, { action, subjectType: 'job_failure', subjectId: id });
    return done({ id });
  }
}
