import { Injectable } from '@nestjs/common';
import { BatchAct, whyNotAct, type BatchActCode } from '#domain/group-placement/batch-acts';
import { MOST_CLIENTS, MOST_CLIENTS_AT_ONCE } from '#domain/group-placement/batch-codes';
import { joiningCode, type JoiningCode } from '#domain/group-placement/batch-joining';
import { done, refusal, refused, type Outcome } from '#domain/common/outcome';
import { isUuid } from '#domain/common/uuid';
import { ClientReader, type ReadClient } from '#features/clients';
import type { Page, PageRequest } from '#platform/database/page';
import type { Tx } from '#platform/database/transaction';
import { BatchCohortRepository, type CohortStanding } from './batch-cohort.repository';
import { PlacementBatchesRepository, standingOf, type BatchRow } from './placement-batches.repository';
import { PlacementBatchesService } from './placement-batches.service';

/** What became of one client who was to be added. */
export interface CohortResult {
  readonly clientId: string;
  readonly isIn: boolean;
  readonly code: JoiningCode | 'NOT_FOUND' | null;
}

/** Why a whole request to add or take out was refused. */
export type CohortCode = BatchActCode | 'NOT_FOUND' | 'NO_CLIENTS_GIVEN' | 'TOO_MANY_CLIENTS' | 'BATCH_FULL';

type CohortOutcome = Outcome<{ id: string }, CohortCode>;

/** Brings clients into a batch and takes them out: a caseworker her own, a supervisor those of the team. */
@Injectable()
export class BatchCohortService {
  constructor(
    private readonly batches: PlacementBatchesRepository,
    private readonly cohort: BatchCohortRepository,
    private readonly steps: PlacementBatchesService,
    private readonly clients: ClientReader,
  ) {}

  /** One page of the clients whom the actor may add. */
  async candidates(tx: Tx, township: string | null, request: PageRequest): Promise<Page<ReadClient>> {
    const page = await this.cohort.candidates(tx, township, request);
    const read = await this.clients.byIds(
      tx,
      page.rows.map(({ id }) => id),
    );
    return { ...page, rows: page.rows.flatMap(({ id }) => read.get(id) ?? []) };
  }

  /** Ids of the first 500 of them. */
  async candidateIds(tx: Tx, township: string | null): Promise<string[]> {
    const { rows } = await this.cohort.candidates(tx, township, { limit: MOST_CLIENTS_AT_ONCE - 1, after: null });
    return rows.map(({ id }) => id);
  }

  /** Adds those who may come in; the others keep their reason, which `results` tells. */
  async add(tx: Tx, id: string, clientIds: readonly string[]): Promise<CohortOutcome> {
    const open = await this.openBatch(tx, id, clientIds);
    if (!open.ok) return open;
    const standings = await this.cohort.standings(tx, id, clientIds.filter(isUuid));
    const joining = [...standings.values()]
      .filter((standing) => !standing.isIn && joiningCode(standing) === null)
      .map(({ clientId }) => clientId);
    const total = open.value.clientsTotal + joining.length;
    if (total > MOST_CLIENTS) return refused(refusal('BATCH_FULL', ['clientIds'], { most: MOST_CLIENTS }));
    if (joining.length > 0 && (await this.cohort.add(tx, id, joining)) > 0)
      await this.steps.tell(tx, id, 'placement_batch.clients_added');
    return done({ id });
  }

  /** Takes clients out. */
  async remove(tx: Tx, id: string, clientIds: readonly string[]): Promise<CohortOutcome> {
    const open = await this.openBatch(tx, id, clientIds);
    if (!open.ok) return open;
    if ((await this.cohort.remove(tx, id, clientIds.filter(isUuid))) > 0)
      await this.steps.tell(tx, id, 'placement_batch.clients_removed');
    return done({ id });
  }

  /** What became of each of these clients, in the order given, read from how things stand now. */
  async results(tx: Tx, id: string, clientIds: readonly string[]): Promise<CohortResult[]> {
    const standings = await this.cohort.standings(tx, id, clientIds.filter(isUuid));
    return clientIds.map((clientId) => resultOf(clientId, standings.get(clientId)));
  }

  private async openBatch(tx: Tx, id: string, clientIds: readonly string[]): Promise<Outcome<BatchRow, CohortCode>> {
    if (clientIds.length === 0) return refused(refusal('NO_CLIENTS_GIVEN', ['clientIds']));
    if (clientIds.length > MOST_CLIENTS_AT_ONCE)
      return refused(refusal('TOO_MANY_CLIENTS', ['clientIds'], { most: MOST_CLIENTS_AT_ONCE }));
    const row = await this.batches.locked(tx, id, 'SHARED');
    if (row === null) return refused(refusal('NOT_FOUND', ['id']));
    const code = whyNotAct(BatchAct.ADD_CLIENTS, standingOf(row, tx), tx.now);
    return code === null ? done(row) : refused(refusal(code, ['id'], { status: row.status }));
  }
}

function resultOf(clientId: string, standing: CohortStanding | undefined): CohortResult {
  if (standing === undefined) return { clientId, isIn: false, code: 'NOT_FOUND' };
  const code: JoiningCode | null = standing.isIn ? null : joiningCode(standing);
  return { clientId, isIn: standing.isIn, code };
}
