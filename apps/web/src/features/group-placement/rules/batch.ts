import type { BatchAct, PlacementBatchQuery } from '@contract/gql';

/** A batch as its page reads it. */
export type Batch = NonNullable<PlacementBatchQuery['placementBatch']>;

/** Whether the reader may do this now; the server says it, so that the screens hold no rules. */
export const may = ({ can }: Pick<Batch, 'can'>, act: BatchAct): boolean => can.includes(act);
