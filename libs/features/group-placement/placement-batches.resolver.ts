import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { BatchReturnReason } from '#domain/group-placement/batch-codes';
import { Permission } from '#domain/common/permission';
import { Requires } from '#platform/auth/access.decorators';
import type { Tx } from '#platform/database/transaction';
import { InCommand, InOperation, type Command, type CommandSteps, type PayloadOf } from '#platform/graphql/command';
import { connectionOf, keysOf, pageRequest, type Connection } from '#platform/graphql/connection';
import type { Operation } from '#platform/graphql/operation';
import { UuidScalar } from '#platform/graphql/scalars';
import { BatchApprovalService } from './batch-approval.service';
import { BatchCommitService } from './batch-commit.service';
import { BatchReader } from './batch-reader';
import { BatchSolvesService } from './batch-solves.service';
import { PlacementBatchFilter, PlacementBatchInput } from './graphql/placement-batch.input';
import { PlacementBatch, PlacementBatchConnection, PlacementBatchPayload } from './graphql/placement-batch.type';
import { BatchCapacity } from './graphql/batch-row.type';
import { PlacementBatchesService } from './placement-batches.service';

type Answer = Promise<PayloadOf<PlacementBatch, 'placementBatch'>>;

const ID_OF_BATCH = { type: () => ID, description: 'Id of the batch.' } as const;
const KEY = { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' } as const;

/** Batches of group placement from opening to commit. */
@Resolver(() => PlacementBatch)
export class PlacementBatchesResolver {
  constructor(
    private readonly reader: BatchReader,
    private readonly batches: PlacementBatchesService,
    private readonly solves: BatchSolvesService,
    private readonly approval: BatchApprovalService,
    private readonly commits: BatchCommitService,
  ) {}

  @Query(() => PlacementBatchConnection, { description: 'Batches of the county, the newest first.' })
  @Requires(Permission.BATCH_READ)
  placementBatches(
    @InOperation() operation: Operation,
    @Args('first', { type: () => Int, nullable: true, description: 'Rows of the page, 1..100; 20 unless told.' })
    first?: number,
    @Args('after', { type: () => String, nullable: true, description: 'Cursor of the row before the page.' })
    after?: string,
    @Args('filter', { type: () => PlacementBatchFilter, nullable: true, description: 'Narrows the list.' })
    filter?: PlacementBatchFilter,
  ): Promise<Connection<PlacementBatch>> {
    const request = pageRequest(first, after);
    return operation.read(async (tx) => {
      const page = await this.reader.page(tx, filter?.status ?? null, request);
      return connectionOf(page, request, keysOf(page));
    });
  }

  @Query(() => PlacementBatch, { nullable: true, description: 'One batch; null where there is none.' })
  @Requires(Permission.BATCH_READ)
  placementBatch(
    @InOperation() operation: Operation,
    @Args('id', ID_OF_BATCH) id: string,
  ): Promise<PlacementBatch | null> {
    return operation.read((tx) => this.reader.byId(tx, id));
  }

  @ResolveField(() => BatchCapacity, {
    description:
      'What there is to give out: as it stands now while clients are collected, for a caseworker as far as her own clients go; afterwards as the result that stands found it.',
  })
  capacity(@Parent() batch: PlacementBatch, @InOperation() operation: Operation): Promise<BatchCapacity> {
    return operation.read((tx) => this.reader.capacity(tx, batch));
  }

  @Mutation(() => PlacementBatchPayload, {
    description:
      'Opens a batch that collects clients. Codes: TITLE_REQUIRED, TITLE_TOO_LONG, CUTOFF_PASSED, CUTOFF_TOO_FAR.',
  })
  @Requires(Permission.BATCH_CONDUCT)
  openPlacementBatch(
    @InCommand() command: Command,
    @Args('input', { type: () => PlacementBatchInput, description: 'The batch.' }) input: PlacementBatchInput,
    @Args('idempotencyKey', KEY) _key: string,
  ): Answer {
    return this.answer(command, (tx) => this.batches.open(tx, input));
  }

  @Mutation(() => PlacementBatchPayload, {
    description:
      'Starts a run of the solver over the cohort as it stands now; locks and forbidden pairs are kept. Codes: NOT_FOUND, WRONG_STATE, ALREADY_SUBMITTED, SOLVE_RUNNING, NO_CLIENTS, NO_OPEN_SLOTS.',
  })
  @Requires(Permission.BATCH_CONDUCT)
  solvePlacementBatch(
    @InCommand() command: Command,
    @Args('id', ID_OF_BATCH) id: string,
    @Args('idempotencyKey', KEY) _key: string,
  ): Answer {
    return this.answer(command, (tx) => this.solves.request(tx, id));
  }

  @Mutation(() => PlacementBatchPayload, {
    description: 'Stops the run; nothing of it is written. Codes: NOT_FOUND, NO_SOLVE_RUNNING.',
  })
  @Requires(Permission.BATCH_CONDUCT)
  cancelBatchSolve(
    @InCommand() command: Command,
    @Args('id', ID_OF_BATCH) id: string,
    @Args('idempotencyKey', KEY) _key: string,
  ): Answer {
    return this.answer(command, (tx) => this.solves.cancel(tx, id));
  }

  @Mutation(() => PlacementBatchPayload, {
    description: 'Begins the review of a result. Codes: NOT_FOUND, WRONG_STATE, SOLVE_RUNNING.',
  })
  @Requires(Permission.BATCH_CONDUCT)
  reviewPlacementBatch(
    @InCommand() command: Command,
    @Args('id', ID_OF_BATCH) id: string,
    @Args('idempotencyKey', KEY) _key: string,
  ): Answer {
    return this.answer(command, (tx) => this.batches.review(tx, id));
  }

  @Mutation(() => PlacementBatchPayload, {
    description:
      'Hands the batch to the second person. Codes: NOT_FOUND, WRONG_STATE, ALREADY_SUBMITTED, SOLVE_RUNNING.',
  })
  @Requires(Permission.BATCH_CONDUCT)
  submitBatchForApproval(
    @InCommand() command: Command,
    @Args('id', ID_OF_BATCH) id: string,
    @Args('idempotencyKey', KEY) _key: string,
  ): Answer {
    return this.answer(command, (tx) => this.approval.submit(tx, id));
  }

  @Mutation(() => PlacementBatchPayload, {
    description: 'Takes a batch that waits back to the review. Codes: NOT_FOUND, WRONG_STATE, NOT_SUBMITTED.',
  })
  @Requires(Permission.BATCH_CONDUCT)
  returnBatchToReview(
    @InCommand() command: Command,
    @Args('id', ID_OF_BATCH) id: string,
    @Args('reason', { type: () => BatchReturnReason, description: 'Why.' }) reason: BatchReturnReason,
    @Args('idempotencyKey', KEY) _key: string,
  ): Answer {
    return this.answer(command, (tx) => this.approval.giveBack(tx, id, reason));
  }

  @Mutation(() => PlacementBatchPayload, {
    description:
      'Approves a batch, as another natural person than whoever opened it, started a run, decided about a pair or submitted it. Codes: NOT_FOUND, WRONG_STATE, NOT_SUBMITTED, SAME_PERSON.',
  })
  @Requires(Permission.BATCH_CONDUCT)
  approvePlacementBatch(
    @InCommand() command: Command,
    @Args('id', ID_OF_BATCH) id: string,
    @Args('idempotencyKey', KEY) _key: string,
  ): Answer {
    return this.answer(command, (tx) => this.approval.approve(tx, id));
  }

  @Mutation(() => PlacementBatchPayload, {
    description:
      'Begins to propose the rows of an approved batch one by one: each is checked again under its locks, gets a referral and a slot that is held for 7 days, or is given back with the reason. Codes: NOT_FOUND, WRONG_STATE, ALREADY_COMMITTING.',
  })
  @Requires(Permission.BATCH_CONDUCT)
  commitPlacementBatch(
    @InCommand() command: Command,
    @Args('id', ID_OF_BATCH) id: string,
    @Args('idempotencyKey', KEY) _key: string,
  ): Answer {
    return this.answer(command, (tx) => this.commits.request(tx, id));
  }

  @Mutation(() => PlacementBatchPayload, {
    description: 'Gives a batch up; its clients are free again. Codes: NOT_FOUND, WRONG_STATE, ALREADY_COMMITTING.',
  })
  @Requires(Permission.BATCH_CONDUCT)
  discardPlacementBatch(
    @InCommand() command: Command,
    @Args('id', ID_OF_BATCH) id: string,
    @Args('idempotencyKey', KEY) _key: string,
  ): Answer {
    return this.answer(command, (tx) => this.batches.discard(tx, id));
  }

  private answer(command: Command, act: (tx: Tx) => ReturnType<CommandSteps<object, string>['act']>): Answer {
    return command.run({ as: 'placementBatch', act, read: (tx, id) => this.reader.byId(tx, id) });
  }
}
