import type { Outcome } from '#domain/common/outcome';
import type { BatchRun, BatchRunRefusal } from '#domain/group-placement/batch-run';
import type { Decisions } from '#domain/group-placement/decisions';
import type { InstanceFile, InstanceRefusal } from '#domain/group-placement/placement-instance';

/** What the thread is given: lists of integers whose memory is handed over, and the decisions. */
export interface SolverInput {
  readonly file: InstanceFile;
  readonly decisions: Decisions;
}

/** What it gives back. */
export interface SolverAnswer {
  readonly outcome: Outcome<BatchRun, BatchRunRefusal | InstanceRefusal>;
  readonly solverMillis: number;
}
