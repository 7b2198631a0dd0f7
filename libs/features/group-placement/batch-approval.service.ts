import { Injectable } from '@nestjs/common';
import { BatchAct } from '#domain/group-placement/batch-acts';
import type { BatchReturnReason } from '#domain/group-placement/batch-codes';
import type { Tx } from '#platform/database/transaction';
import { PlacementBatchesService, type BatchStepOutcome } from './placement-batches.service';

/** The second person: a batch is handed over, given back, or approved by another natural person than those who made it. */
@Injectable()
export class BatchApprovalService {
  constructor(private readonly batches: PlacementBatchesService) {}

  /** Hands a reviewed batch to the second person. */
  submit(tx: Tx, id: string): Promise<BatchStepOutcome> {
    return this.batches.step(tx, id, {
      act: BatchAct.SUBMIT,
      action: 'placement_batch.submitted',
      changes: () => ({ submittedAt: tx.now, submittedByMembershipId: tx.actor.membershipId, returnReason: null }),
    });
  }

  /** Takes it back to the review. */
  giveBack(tx: Tx, id: string, reason: BatchReturnReason): Promise<BatchStepOutcome> {
    return this.batches.step(tx, id, {
      act: BatchAct.RETURN,
      action: 'placement_batch.returned',
      changes: () => ({ submittedAt: null, submittedByMembershipId: null, returnReason: reason }),
    });
  }

  /** Approves it. Who had a hand in it under any account is refused here, and by a trigger once more. */
  approve(tx: Tx, id: string): Promise<BatchStepOutcome> {
    return this.batches.step(tx, id, {
      act: BatchAct.APPROVE,
      action: 'placement_batch.approved',
      changes: () => ({ status: 'APPROVED', approvedAt: tx.now, approvedByMembershipId: tx.actor.membershipId }),
    });
  }
}
