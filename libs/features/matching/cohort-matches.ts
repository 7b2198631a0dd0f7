import { Injectable } from '@nestjs/common';
import type { HardCheck } from '#domain/matching/hard-checks';
import type { ScorePart } from '#domain/matching/score-parts';
import type { Tx } from '#platform/database/transaction';
import { CohortMatchesRepository, type ClientPairs, type ClientPosition } from './cohort-matches.repository';
import { checksOf, partsOf } from './match-view';
import { ScoreWeightsService } from './score-weights.service';

/** A pair of a cohort, judged. */
export interface JudgedPair extends ClientPosition {
  readonly score: number;
  readonly feasible: boolean;
  readonly parts: readonly ScorePart[];
  /** Every hard check, failed or not. */
  readonly checks: readonly HardCheck[];
}

/** Pairs that are judged one by one when the nearest position is looked for; more would keep a run waiting. */
const MOST_JUDGED = 100_000;

/** What group placement asks of the score: a whole cohort at once, under the weights in force today. */
@Injectable()
export class CohortMatches {
  constructor(
    private readonly repository: CohortMatchesRepository,
    private readonly weights: ScoreWeightsService,
  ) {}

  /** The version of the weights in force. */
  async weightsVersion(tx: Tx): Promise<number> {
    return (await this.weights.inForce(tx)).version;
  }

  /** Every feasible pair of these clients and positions, by client. */
  async feasible(tx: Tx, clientIds: readonly string[], positionIds: readonly string[]): Promise<ClientPairs[]> {
    if (clientIds.length === 0 || positionIds.length === 0) return [];
    const { weights } = await this.weights.inForce(tx);
    return this.repository.feasible(tx, clientIds, positionIds, weights);
  }

  /** These pairs as they stand now. */
  async pairs(tx: Tx, pairs: readonly ClientPosition[]): Promise<JudgedPair[]> {
    const { weights } = await this.weights.inForce(tx);
    return (await this.repository.pairs(tx, pairs, weights)).map(judgedOf);
  }

  /** The nearest position of each of these clients, of as many of them as can be asked in reasonable time. */
  async nearest(tx: Tx, clientIds: readonly string[], positionIds: readonly string[]): Promise<JudgedPair[]> {
    const most = Math.floor(MOST_JUDGED / Math.max(positionIds.length, 1));
    const asked = clientIds.slice(0, most);
    if (asked.length === 0 || positionIds.length === 0) return [];
    const { weights } = await this.weights.inForce(tx);
    return (await this.repository.nearest(tx, asked, positionIds, weights)).map(judgedOf);
  }
}

const judgedOf = (row: Parameters<typeof partsOf>[0]): JudgedPair => ({
  clientId: row.client_id,
  positionId: row.position_id,
  score: row.score,
  feasible: row.feasible,
  parts: partsOf(row),
  checks: checksOf(row),
});
