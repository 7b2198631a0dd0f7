import { Injectable } from '@nestjs/common';
import { byRank } from '#domain/matching/match-score';
import type { Tx } from '#platform/database/transaction';
import { MatchingRepository, type MatchRow } from './matching.repository';
import { RankingRepository, type RankingRequest } from './ranking.repository';

/** Ranks the open positions for a client; what is ranked is read again, in full and as the actor sees it, before it leaves. */
@Injectable()
export class PositionRanking {
  constructor(
    private readonly rankings: RankingRepository,
    private readonly matches: MatchingRepository,
  ) {}

  /** The best open positions for a client, judged, best first, ties by id; none for who objects to ranking. */
  async forClient(tx: Tx, clientId: string, request: RankingRequest): Promise<MatchRow[]> {
    const asked = await this.rankings.asked(tx, clientId);
    if (asked === null) return [];
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
