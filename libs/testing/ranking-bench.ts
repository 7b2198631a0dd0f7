import { SystemClock } from '#platform/clock/clock';
import { Transactions } from '#platform/database/transactions';
import { Logger } from '#platform/logging/logger';
import type { DataSource } from 'typeorm';
import { MatchingRepository } from '../features/matching/matching.repository';
import { PositionRanking } from '../features/matching/position-ranking';
import { RankingIndexRepository } from '../features/matching/ranking-index.repository';
import { RankingIndexes } from '../features/matching/ranking-indexes';
import { RankingRepository } from '../features/matching/ranking.repository';

/** The two rankers of one database; no index is kept until the test says `refresh`. */
export interface RankingBench {
  readonly transactions: Transactions;
  readonly matches: MatchingRepository;
  readonly rankings: RankingRepository;
  readonly indexes: RankingIndexes;
  readonly ranking: PositionRanking;
}

/** Wires the rankers on a database; every county is large enough for an index. */
export function rankingBench(dataSource: DataSource): RankingBench {
  Object.assign(process.env, { RANKING_INDEX_FROM_SLOTS: '0' });
  const clock = new SystemClock();
  const transactions = new Transactions(dataSource, clock);
  const matches = new MatchingRepository();
  const rankings = new RankingRepository();
  const indexes = new RankingIndexes(
    new RankingIndexRepository(),
    transactions,
    clock,
    Logger.forProcess('test', 'error'),
  );
  return { transactions, matches, rankings, indexes, ranking: new PositionRanking(rankings, matches, indexes) };
}
