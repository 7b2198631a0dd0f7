import './batch-enums';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { BatchAct } from '#domain/group-placement/batch-acts';
import { BatchReturnReason, BatchSolvePhase, BatchSolveState } from '#domain/group-placement/batch-codes';
import { BatchStatus } from '#domain/group-placement/batch-lifecycle';
import { connectionTypeOf } from '#platform/graphql/connection';
import { payloadTypeOf } from '#platform/graphql/payload';
import { DateTimeScalar } from '#platform/graphql/scalars';
import { BatchOutcome } from './batch-outcome.type';

@ObjectType({ description: 'One run of the solver.' })
export class BatchSolve {
  @Field(() => ID, { description: 'Id of the run.' })
  id!: string;

  @Field(() => BatchSolveState, { description: 'Its state.' })
  state!: BatchSolveState;

  @Field(() => BatchSolvePhase, { nullable: true, description: 'What it is at; null before it begins.' })
  phase!: BatchSolvePhase | null;

  @Field(() => Int, { description: 'How much of it is done, 0..1000.' })
  permille!: number;

  @Field(() => String, { description: 'Name of who started it.' })
  requestedBy!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When a worker began; null before.' })
  startedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ended; null before.' })
  finishedAt!: Date | null;

  @Field(() => Int, { nullable: true, description: 'Milliseconds of the computation alone; null until it is done.' })
  solverMillis!: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Why it failed: NO_CLIENTS, NO_OPEN_SLOTS, LOCKS_NOT_POSSIBLE, PROOF_REFUSED, REQUESTER_GONE (whoever asked is no longer active), INTERNAL; null else.',
  })
  errorCode!: string | null;
}

@ObjectType({ description: 'One cohort placed at once: collected, solved, reviewed, approved, committed.' })
export class PlacementBatch {
  @Field(() => ID, { description: 'Id of the batch.' })
  id!: string;

  @Field(() => Int, { description: 'Version; grows with each change of the batch itself.' })
  version!: number;

  @Field(() => String, { description: 'What the batch is called.' })
  title!: string;

  @Field(() => BatchStatus, { description: 'Its state.' })
  status!: BatchStatus;

  @Field(() => DateTimeScalar, { description: 'Until then clients are added.' })
  cutoffAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it was opened.' })
  createdAt!: Date;

  @Field(() => String, { description: 'Name of who opened it.' })
  preparedBy!: string;

  @Field(() => String, { nullable: true, description: 'Name of who handed it to the second person; null before.' })
  submittedBy!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Since when it waits for the second person; null before.',
  })
  submittedAt!: Date | null;

  @Field(() => BatchReturnReason, { nullable: true, description: 'Why it was given back last; null if never.' })
  returnReason!: BatchReturnReason | null;

  @Field(() => String, { nullable: true, description: 'Name of the other person who approved it; null before.' })
  approvedBy!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was approved; null before.' })
  approvedAt!: Date | null;

  @Field(() => Boolean, { description: 'True while its rows are being proposed one by one.' })
  isCommitting!: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When its last row was decided; null before.' })
  committedAt!: Date | null;

  @Field(() => Int, { description: 'Clients of the whole cohort, those of other caseworkers too.' })
  clientsTotal!: number;

  @Field(() => Int, { description: 'Clients of it whom the reader may see by name.' })
  ownClients!: number;

  @Field(() => Int, { description: 'Caseworkers whose clients are in it.' })
  caseworkersTotal!: number;

  @Field(() => Int, { description: 'Rows that the commit has decided so far.' })
  rowsDecided!: number;

  @Field(() => BatchSolve, { nullable: true, description: 'The newest run; null before the first.' })
  solve!: BatchSolve | null;

  @Field(() => BatchOutcome, { nullable: true, description: 'The result that stands; null before the first.' })
  outcome!: BatchOutcome | null;

  @Field(() => [BatchAct], { description: 'What the reader may do with it now.' })
  can!: BatchAct[];
}

/** PlacementBatchConnection in the schema. */
export const PlacementBatchConnection = connectionTypeOf(PlacementBatch);

/** PlacementBatchPayload in the schema. */
export const PlacementBatchPayload = payloadTypeOf(PlacementBatch, 'placementBatch');

@ObjectType({ description: 'What became of one client who was to be added.' })
export class BatchClientResult {
  @Field(() => ID, { description: 'Id of the client, as it was given.' })
  clientId!: string;

  @Field(() => Boolean, { description: 'True when she is in the batch.' })
  isIn!: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      'Why she is not: NOT_FOUND, OBJECTS_TO_RANKING, ENTRY_NOT_ACTIVE, LIVE_PLACEMENT, SLOT_HELD, IN_ANOTHER_BATCH; null when she is.',
  })
  code!: string | null;
}

@ObjectType({ description: 'A batch after clients were added, with what became of each.' })
export class BatchAddition {
  @Field(() => PlacementBatch, { description: 'The batch.' })
  placementBatch!: PlacementBatch;

  @Field(() => [BatchClientResult], { description: 'One result for each client, in the order given.' })
  rows!: BatchClientResult[];
}

/** BatchAdditionPayload in the schema. */
export const BatchAdditionPayload = payloadTypeOf(BatchAddition, 'batchAddition');
