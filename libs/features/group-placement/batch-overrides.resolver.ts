import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { BatchOverrideReason } from '#domain/group-placement/batch-codes';
import { Permission } from '#domain/common/permission';
import { Requires } from '#platform/auth/access.decorators';
import { InCommand, InOperation, type Command, type PayloadOf } from '#platform/graphql/command';
import type { Operation } from '#platform/graphql/operation';
import { UuidScalar } from '#platform/graphql/scalars';
import { BatchOverridesService } from './batch-overrides.service';
import { BatchReader } from './batch-reader';
import { BatchWhatIf } from './batch-what-if';
import { BatchDecisionInput, OverrideCost, WhyNotPosition } from './graphql/batch-row.type';
import { PlacementBatch, PlacementBatchPayload } from './graphql/placement-batch.type';

const ID_OF_BATCH = { type: () => ID, description: 'Id of the batch.' } as const;
const DECISION = { type: () => BatchDecisionInput, description: 'The decision.' } as const;
const KEY = { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' } as const;

type Answer = Promise<PayloadOf<PlacementBatch, 'placementBatch'>>;

/** What people decide on the review board, and what it costs before they do. */
@Resolver()
export class BatchOverridesResolver {
  constructor(
    private readonly whatIf: BatchWhatIf,
    private readonly overrides: BatchOverridesService,
    private readonly reader: BatchReader,
  ) {}

  @Query(() => OverrideCost, {
    nullable: true,
    description:
      'What a decision would cost, exactly; nothing is written. Null where there is no such batch with a result.',
  })
  @Requires(Permission.BATCH_CONDUCT)
  overrideCost(
    @InOperation() operation: Operation,
    @Args('batchId', ID_OF_BATCH) batchId: string,
    @Args('decision', DECISION) decision: BatchDecisionInput,
  ): Promise<OverrideCost | null> {
    return operation.read((tx) => this.whatIf.cost(tx, batchId, decision));
  }

  @Query(() => WhyNotPosition, {
    nullable: true,
    description: 'Why a client of the batch did not get a position; null where there is no result with the two.',
  })
  @Requires(Permission.BATCH_CONDUCT)
  whyNotPosition(
    @InOperation() operation: Operation,
    @Args('batchId', ID_OF_BATCH) batchId: string,
    @Args('clientId', { type: () => ID, description: 'Id of the client.' }) clientId: string,
    @Args('positionId', { type: () => ID, description: 'Id of the position.' }) positionId: string,
  ): Promise<WhyNotPosition | null> {
    return operation.read((tx) => this.whatIf.whyNot(tx, batchId, clientId, positionId));
  }

  @Mutation(() => PlacementBatchPayload, {
    description:
      'Locks, forbids or swaps; the rest is solved around it at once and the exact cost is kept. Codes: NOT_FOUND, WRONG_STATE, ALREADY_SUBMITTED, SOLVE_RUNNING, STALE_RESULT, NO_SUCH_PAIR, SEATS_EXCEEDED, LOCKED_AND_EXCLUDED, NOT_PLACED, SAME_CLIENT, ALREADY_SO.',
  })
  @Requires(Permission.BATCH_CONDUCT)
  overrideBatchAssignment(
    @InCommand() command: Command,
    @Args('id', ID_OF_BATCH) id: string,
    @Args('decision', DECISION) decision: BatchDecisionInput,
    @Args('reason', { type: () => BatchOverrideReason, description: 'Why.' }) reason: BatchOverrideReason,
    @Args('expectedInputHash', {
      type: () => String,
      nullable: true,
      description:
        'The inputHash of the result on the screen; STALE_RESULT where another stands by now. Absent = not asked.',
    })
    expectedInputHash: string | null,
    @Args('idempotencyKey', KEY) _key: string,
  ): Answer {
    return command.run({
      as: 'placementBatch',
      act: (tx) =>
        this.overrides.decide(tx, { batchId: id, decision, reason, expectedInputHash: expectedInputHash ?? null }),
      read: (tx, batchId) => this.reader.byId(tx, batchId),
    });
  }

  @Mutation(() => PlacementBatchPayload, {
    description:
      'Undoes a decision, of a swap both locks; the rest is solved anew. Codes: NOT_FOUND, WRONG_STATE, ALREADY_SUBMITTED, SOLVE_RUNNING.',
  })
  @Requires(Permission.BATCH_CONDUCT)
  undoBatchOverride(
    @InCommand() command: Command,
    @Args('id', ID_OF_BATCH) id: string,
    @Args('overrideId', { type: () => ID, description: 'Id of the override.' }) overrideId: string,
    @Args('idempotencyKey', KEY) _key: string,
  ): Answer {
    return command.run({
      as: 'placementBatch',
      act: (tx) => this.overrides.undo(tx, id, overrideId),
      read: (tx, batchId) => this.reader.byId(tx, batchId),
    });
  }
}
