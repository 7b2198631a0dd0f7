import { Injectable } from '@nestjs/common';
import { PlacedCode, UnplacedCode } from '#domain/group-placement/batch-codes';
import type { Page, PageRequest } from '#platform/database/page';
import type { Tx } from '#platform/database/transaction';
import { figuresOf } from '#platform/graphql/user-error';
import { BatchRowsRepository, type AssignmentRow, type OverrideRow, type RowCriteria } from './batch-rows.repository';
import { BatchSolvesRepository } from './batch-solves.repository';
import { BatchAssignment, BatchOverride, UnplacedGroup } from './graphql/batch-row.type';

/** Reads the rows of a batch as the schema shows them. */
@Injectable()
export class BatchRowsReader {
  constructor(
    private readonly repository: BatchRowsRepository,
    private readonly solves: BatchSolvesRepository,
  ) {}

  /** One page of rows. */
  async page(tx: Tx, batchId: string, criteria: RowCriteria, request: PageRequest): Promise<Page<BatchAssignment>> {
    const page = await this.repository.page(tx, batchId, criteria, request);
    return { ...page, rows: shown(page.rows, await this.repository.overrides(tx, batchId)) };
  }

  /** People without a position, grouped by proof, most people first. */
  async unplacedGroups(tx: Tx, batchId: string): Promise<UnplacedGroup[]> {
    const outcome = await this.solves.outcome(tx, batchId);
    return [...(outcome?.groups ?? [])]
      .sort((a, b) => b.people - a.people || (a.key < b.key ? -1 : 1))
      .map((group) => Object.assign(new UnplacedGroup(), group, { batchId, positionIds: [...group.positionIds] }));
  }

  /** The visible rows under these proofs, by the loader's keys `<batch> <proof>`. */
  async ofGroups(tx: Tx, batchId: string, keys: readonly string[]): Promise<ReadonlyMap<string, BatchAssignment[]>> {
    const own = keys.filter((key) => key.startsWith(`${batchId} `)).map((key) => key.slice(batchId.length + 1));
    const groups = await this.repository.ofGroups(tx, batchId, own);
    const overrides = await this.repository.overrides(tx, batchId);
    return new Map([...groups].map(([key, rows]) => [`${batchId} ${key}`, shown(rows, overrides)]));
  }

  /** What people decided and still holds. */
  async overrides(tx: Tx, batchId: string): Promise<BatchOverride[]> {
    return (await this.repository.overrides(tx, batchId)).map(overrideOf);
  }
}

const overrideOf = (row: OverrideRow): BatchOverride => Object.assign(new BatchOverride(), row);

function shown(rows: readonly AssignmentRow[], overrides: readonly OverrideRow[]): BatchAssignment[] {
  const byClient = new Map<string, OverrideRow[]>();
  for (const one of overrides) byClient.set(one.clientId, [...(byClient.get(one.clientId) ?? []), one]);
  return rows.map((row) => assignmentOf(row, byClient.get(row.clientId) ?? []));
}

function assignmentOf(row: AssignmentRow, overrides: readonly OverrideRow[]): BatchAssignment {
  const code = row.reasons[0]?.code;
  return Object.assign(new BatchAssignment(), row, {
    parts: row.parts.map((part) => ({ ...part, figures: figuresOf(part.figures) })),
    reasons: row.reasons.map(({ code: why, figures }) => ({ code: why, figures: figuresOf(figures) })),
    blockers: row.blockers.map((check) => ({ ...check, figures: figuresOf(check.figures) })),
    placedCode: Object.values(PlacedCode).find((one) => one === code) ?? null,
    unplacedCode: Object.values(UnplacedCode).find((one) => one === code) ?? null,
    overrides: overrides.map(overrideOf),
  });
}
