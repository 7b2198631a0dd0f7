import { Injectable } from '@nestjs/common';
import { BatchAct } from '#domain/group-placement/batch-acts';
import type { Tx } from '#platform/database/transaction';
import { Outbox } from '#platform/outbox/outbox';
import { BatchCommitJob } from './group-placement.jobs';
import { PlacementBatchesRepository } from './placement-batches.repository';
import { PlacementBatchesService, type BatchStepOutcome } from './placement-batches.service';

/** Starts the commit of an approved batch; the worker proposes its rows one by one. */
@Injectable()
export class BatchCommitService {
  constructor(
    private readonly batches: PlacementBatchesRepository,
    private readonly steps: PlacementBatchesService,
    private readonly outbox: Outbox,
  ) {}

  /** Queues the commit; of two people at once one does it. */
  async request(tx: Tx, id: string): Promise<BatchStepOutcome> {
    const outcome = await this.steps.step(tx, id, {
      act: BatchAct.COMMIT,
      action: 'placement_batch.commit_started',
      changes: () => ({ commitRequestedAt: tx.now, commitRequestedByMembershipId: tx.actor.membershipId }),
    });
    if (outcome.ok) await this.outbox.add(tx, BatchCommitJob, { subjectId: id, data: {} });
    return outcome;
  }

  /**
   * Takes a commit back whose member is gone: rows that were proposed stand, and another supervisor goes on with the
   * rest. One that has ended is left alone.
   */
  async stop(tx: Tx, id: string): Promise<void> {
    const batch = await this.batches.locked(tx, id);
    if (batch?.status !== 'APPROVED' || batch.commitRequestedAt === null) return;
    await this.batches.update(tx, batch, { commitRequestedAt: null, commitRequestedByMembershipId: null });
    await this.steps.tell(tx, id, 'placement_batch.commit_stopped');
  }
}
