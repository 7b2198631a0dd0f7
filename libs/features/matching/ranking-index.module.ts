import { Module } from '@nestjs/common';
import { RankingIndexRepository } from './ranking-index.repository';
import { RankingIndexes } from './ranking-indexes';

/** The ranking indexes of a process, API or worker: one set, whoever asks. */
@Module({ providers: [RankingIndexes, RankingIndexRepository], exports: [RankingIndexes] })
export class RankingIndexModule {}
