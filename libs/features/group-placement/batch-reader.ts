import { Injectable } from '@nestjs/common';
import { actsOpen } from '#domain/group-placement/batch-acts';
import { DIVERSITY_LIMIT_PERMILLE } from '#domain/group-placement/batch-codes';
import type { BatchStatus } from '#domain/group-placement/batch-lifecycle';
import type { InstantPage, PageRequest } from '#platform/database/page';
import type { Tx } from '#platform/database/transaction';
import { BatchCapacityReader } from './batch-capacity-reader';
import { BatchSolvesRepository } from './batch-solves.repository';
import { BatchOutcome } from './graphql/batch-outcome.type';
import { BatchCapacity } from './graphql/batch-row.type';
import { BatchSolve, PlacementBatch } from './graphql/placement-batch.type';
import {
  PlacementBatchesRepository,
  standingOf,
  type BatchRow,
  type NewestSolve,
  type StandingResult,
} from './placement-batches.repository';

/** Reads batches as the schema shows them. */
@Injectable()
export class BatchReader {
  constructor(
    private readonly batches: PlacementBatchesRepository,
    private readonly solves: BatchSolvesRepository,
    private readonly capacities: BatchCapacityReader,
  ) {}

  /** One page of batches, the newest first. */
  async page(
    tx: Tx,
    status: readonly BatchStatus[] | null,
    request: PageRequest,
  ): Promise<InstantPage<PlacementBatch>> {
    const page = await this.batches.page(tx, status, request);
    return { ...page, rows: page.rows.map((row) => batchOf(row, tx)) };
  }

  /** One batch, or null where there is none. */
  async byId(tx: Tx, id: string): Promise<PlacementBatch | null> {
    const row = await this.batches.byId(tx, id);
    return row === null ? null : batchOf(row, tx);
  }

  /** What there is to give out: live while clients are collected, afterwards as the result found it. */
  async capacity(tx: Tx, batch: Pick<PlacementBatch, 'id' | 'status'>): Promise<BatchCapacity> {
    const stored = batch.status === 'COLLECTING' ? null : await this.solves.outcome(tx, batch.id);
    const { lines, ...counts } = stored?.capacity ?? (await this.capacities.now(tx, batch.id));
    return { ...counts, lines: lines.map((line) => ({ ...line })) };
  }
}

function batchOf(row: BatchRow, tx: Tx): PlacementBatch {
  const { solve, result, commitRequestedAt, isInvolved: _, ...shown } = row;
  const standing = standingOf(row, tx);
  return Object.assign(new PlacementBatch(), shown, {
    isCommitting: standing.isCommitting,
    solve: solve === null ? null : solveOf(solve),
    outcome: result === null ? null : outcomeOf(result),
    can: actsOpen(standing, tx.now),
  });
}

/** An instant out of a document of PostgreSQL. */
const instant = (text: string | null): Date | null => (text === null ? null : new Date(text));

const solveOf = ({ startedAt, finishedAt, ...solve }: NewestSolve): BatchSolve => ({
  ...solve,
  startedAt: instant(startedAt),
  finishedAt: instant(finishedAt),
});

function outcomeOf({ figures, readAt, ...run }: StandingResult): BatchOutcome {
  const { policies, enterpriseHhiPermille, occupationHhiPermille, ...shown } = figures;
  return {
    ...run,
    ...shown,
    readAt: new Date(readAt),
    provenMost: true, // what the checker refuses is not written
    policies: policies.map((policy) => ({ ...policy })),
    diversity: { enterpriseHhiPermille, occupationHhiPermille, limitPermille: DIVERSITY_LIMIT_PERMILLE },
  };
}
