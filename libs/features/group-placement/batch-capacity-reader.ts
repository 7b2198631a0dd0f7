import { Injectable } from '@nestjs/common';
import { CohortMatches, type ClientPairs } from '#features/matching';
import type { Tx } from '#platform/database/transaction';
import { BatchFactsRepository, type OpenPosition } from './batch-facts.repository';
import type { StoredCapacity, StoredLine } from './batch-outcome';

/** Positions that a preview shows. */
const MOST_LINES = 500;

/** Works out what there is to give out, and for how many. */
@Injectable()
export class BatchCapacityReader {
  constructor(
    private readonly facts: BatchFactsRepository,
    private readonly matches: CohortMatches,
  ) {}

  /** As it stands now, for the clients of the batch whom the actor sees. */
  async now(tx: Tx, batchId: string): Promise<StoredCapacity> {
    const cohort = await this.facts.cohort(tx, batchId);
    const positions = await this.facts.openPositions(tx);
    const pairs = await this.matches.feasible(
      tx,
      cohort.map(({ id }) => id),
      positions.map(({ id }) => id),
    );
    return capacityOf(cohort.length, positions, pairs);
  }
}

/** The preview of these positions and pairs; `placed` by place in the list of positions, nobody unless told. */
export function capacityOf(
  clients: number,
  positions: readonly OpenPosition[],
  pairs: readonly Pick<ClientPairs, 'places'>[],
): StoredCapacity {
  const feasible = positions.map(() => 0);
  let count = 0;
  for (const { places } of pairs) {
    count += places.length;
    for (const place of places) feasible[place] = (feasible[place] ?? 0) + 1;
  }
  const lines = positions.map(({ id, openSlots }, at): StoredLine => ({
    positionId: id,
    openSlots,
    feasibleClients: feasible[at] ?? 0,
    placed: 0,
  }));
  return {
    positions: positions.length,
    enterprises: new Set(positions.map(({ enterpriseId }) => enterpriseId)).size,
    openSlots: positions.reduce((sum, { openSlots }) => sum + openSlots, 0),
    pairs: count,
    clientsWithoutPair: clients - pairs.length,
    lines: lines
      .filter(({ feasibleClients }) => feasibleClients > 0)
      .sort(mostWantedFirst)
      .slice(0, MOST_LINES),
  };
}

/** More people for each slot stands above. */
const mostWantedFirst = (a: StoredLine, b: StoredLine): number =>
  b.feasibleClients * a.openSlots - a.feasibleClients * b.openSlots || (a.positionId < b.positionId ? -1 : 1);
