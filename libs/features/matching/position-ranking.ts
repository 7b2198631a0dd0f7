import { Injectable } from '@nestjs/common';
import { byRank } from '#domain/matching/match-score';
import type { Tx } from '#platform/database/transaction';
import { MatchingRepository, type MatchRow } from './matching.repository';
import { RankingIndexes } from './ranking-indexes';
import { RankingRepository, type RankingRequest } from './ranking.repository';

/**
 * Ranks the open positions for a client. The ids come from the county's index in memory where there is one that has seen
 * all that the actor sees, else from PostgreSQL; either way every row is read again, in full and as the actor sees it,
 * before it leaves, and where what the index said does not hold PostgreSQL has the last word.
 */
@Injectable()
export class PositionRanking {
  constructor(
    private readonly rankings: RankingRepository,
    private readonly matches: MatchingRepository,
    private readonly indexes: RankingIndexes,
  ) {}

  /** The best open positions for a client, judged, best first, ties by id; none for who objects to ranking. */
  async forClient(tx: Tx, clientId: string, request: RankingRequest): Promise<MatchRow[]> {
    const asked = await this.rankings.asked(tx, clientId);
    if (asked === null) return [];
    const indexed = await this.indexes.ranked(tx, asked, request);
    if (indexed !== null) {
      const rows = await this.reread(tx, clientId, request, indexed);
      if (rows.every(({ position_id }, at) => position_id === indexed[at]) && rows.length === indexed.length)
        return rows;
    }
    return this.reread(tx, clientId, request, await this.rankings.ranked(tx, asked, request));
  }

  private async reread(
    tx: Tx,
    clientId: string,
    { isFeasible }: RankingRequest,
    ids: readonly string[],
  ): Promise<MatchRow[]> {
    if (ids.length === 0) return [];
    const rows = await this.matches.judgedOpen(tx, clientId, ids);
    const ranked = rows.map((row) => ({ id: row.position_id, score: row.score, row })).sort(byRank);
    return ranked.flatMap(({ row }) => (row.feasible === isFeasible ? [row] : []));
  }
}
