import { Injectable } from '@nestjs/common';
import { BatchAct } from '#domain/group-placement/batch-acts';
import type { Tx } from '#platform/database/transaction';
import { Outbox } from '#platform/outbox/outbox';
import { BatchCommitJob } from './group-placement.jobs';
import { PlacementBatchesService, type BatchStepOutcome } from './placement-batches.service';

/** Starts the commit of an approved batch; the worker proposes its rows one by one. */
@Injectable()
export class BatchCommitService {
  constructor(
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
}
