import { Module } from '@nestjs/common';
import { PositionChangesProcessor } from './matching.processor';
import { RankingIndexModule } from './ranking-index.module';
import { RankingIndexRepository } from './ranking-index.repository';

/** What the worker does for rankings: it keeps the indexes and cleans up behind them. */
@Module({ imports: [RankingIndexModule], providers: [PositionChangesProcessor, RankingIndexRepository] })
export class MatchingJobsModule {}
