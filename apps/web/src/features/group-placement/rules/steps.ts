import type { BatchSolveState, PlacementBatchStatus } from '@contract/gql';

/** The six steps of a batch, as people take them. */
export const STEPS = ['cohort', 'capacity', 'solve', 'review', 'approval', 'result'] as const;
export type Step = (typeof STEPS)[number];

interface BatchState {
  readonly status: PlacementBatchStatus;
  readonly clientsTotal: number;
  readonly solve: { readonly state: BatchSolveState } | null;
  readonly submittedAt: string | null;
}

const BUSY: ReadonlySet<BatchSolveState> = new Set<BatchSolveState>(['QUEUED', 'RUNNING']);

/** Whether the batch is being solved at this moment. */
export const isSolving = ({ solve }: Pick<BatchState, 'solve'>): boolean => solve !== null && BUSY.has(solve.state);

/** The step that is under way. A batch that waits for another person, or is approved and not yet carried out, stands at the approval. */
export function stepOf(batch: BatchState): Step {
  if (isSolving(batch)) return 'solve';
  switch (batch.status) {
    case 'COLLECTING':
      return batch.clientsTotal === 0 ? 'cohort' : 'capacity';
    case 'SOLVED':
      return 'review';
    case 'IN_REVIEW':
      return batch.submittedAt !== null ? 'approval' : 'review';
    case 'APPROVED':
      return 'approval';
    case 'COMMITTED':
    case 'DISCARDED':
      return 'result';
  }
}
