import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Permission } from '#domain/common/permission';
import { Client, ClientConnection, clientOf } from '#features/clients';
import { Requires } from '#platform/auth/access.decorators';
import { InCommand, InOperation, type Command, type PayloadOf } from '#platform/graphql/command';
import { connectionOf, pageRequest, type Connection } from '#platform/graphql/connection';
import type { Operation } from '#platform/graphql/operation';
import { UuidScalar } from '#platform/graphql/scalars';
import { BatchCohortService } from './batch-cohort.service';
import { BatchReader } from './batch-reader';
import { BatchCandidateFilter } from './graphql/placement-batch.input';
import {
  BatchAddition,
  BatchAdditionPayload,
  PlacementBatch,
  PlacementBatchPayload,
} from './graphql/placement-batch.type';

const ID_OF_BATCH = { type: () => ID, description: 'Id of the batch.' } as const;
const CLIENT_IDS = { type: () => [ID], description: 'Ids of the clients, 1..500.' } as const;
const KEY = { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' } as const;
const FILTER = { type: () => BatchCandidateFilter, nullable: true, description: 'Narrows the list.' } as const;

/** Who comes into a batch. */
@Resolver()
export class BatchCohortResolver {
  constructor(
    private readonly cohort: BatchCohortService,
    private readonly reader: BatchReader,
  ) {}

  @Query(() => ClientConnection, {
    description:
      'Clients whom the reader may add to a batch, in order of file number: entry active, without a running placement, a held slot or another open batch, not objecting to ranking.',
  })
  @Requires(Permission.BATCH_READ)
  batchCandidates(
    @InOperation() operation: Operation,
    @Args('first', { type: () => Int, nullable: true, description: 'Rows of the page, 1..100; 20 unless told.' })
    first?: number,
    @Args('after', { type: () => String, nullable: true, description: 'Cursor of the row before the page.' })
    after?: string,
    @Args('filter', FILTER) filter?: BatchCandidateFilter,
  ): Promise<Connection<Client>> {
    const request = pageRequest(first, after);
    return operation.read(async (tx) => {
      const page = await this.cohort.candidates(tx, filter?.township ?? null, request);
      return connectionOf({ ...page, rows: page.rows.map(clientOf) }, request, (row) => row.fileNumber);
    });
  }

  @Query(() => [ID], {
    description: 'Ids of the first 500 of the clients whom the reader may add, to choose them all at once.',
  })
  @Requires(Permission.BATCH_READ)
  batchCandidateIds(
    @InOperation() operation: Operation,
    @Args('filter', FILTER) filter?: BatchCandidateFilter,
  ): Promise<string[]> {
    return operation.read((tx) => this.cohort.candidateIds(tx, filter?.township ?? null));
  }

  @Mutation(() => BatchAdditionPayload, {
    description:
      'Adds clients: a caseworker her own, a supervisor those of the team; each has a result of her own. Codes of the request: NOT_FOUND, WRONG_STATE, CUTOFF_PASSED, SOLVE_RUNNING, NO_CLIENTS_GIVEN, TOO_MANY_CLIENTS, BATCH_FULL.',
  })
  @Requires(Permission.BATCH_READ)
  addClientsToBatch(
    @InCommand() command: Command,
    @Args('id', ID_OF_BATCH) id: string,
    @Args('clientIds', CLIENT_IDS) clientIds: string[],
    @Args('idempotencyKey', KEY) _key: string,
  ): Promise<PayloadOf<BatchAddition, 'batchAddition'>> {
    return command.run({
      as: 'batchAddition',
      act: (tx) => this.cohort.add(tx, id, clientIds),
      read: async (tx, batchId) => {
        const placementBatch = await this.reader.byId(tx, batchId);
        if (placementBatch === null) return null;
        return { placementBatch, rows: await this.cohort.results(tx, batchId, clientIds) };
      },
    });
  }

  @Mutation(() => PlacementBatchPayload, {
    description:
      'Takes clients out of a batch that still collects; who is not in it is no fault. Codes: NOT_FOUND, WRONG_STATE, CUTOFF_PASSED, SOLVE_RUNNING, NO_CLIENTS_GIVEN, TOO_MANY_CLIENTS.',
  })
  @Requires(Permission.BATCH_READ)
  removeClientsFromBatch(
    @InCommand() command: Command,
    @Args('id', ID_OF_BATCH) id: string,
    @Args('clientIds', CLIENT_IDS) clientIds: string[],
    @Args('idempotencyKey', KEY) _key: string,
  ): Promise<PayloadOf<PlacementBatch, 'placementBatch'>> {
    return command.run({
      as: 'placementBatch',
      act: (tx) => this.cohort.remove(tx, id, clientIds),
      read: (tx, batchId) => this.reader.byId(tx, batchId),
    });
  }
}
