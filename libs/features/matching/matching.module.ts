import { Module } from '@nestjs/common';
import { ClientsModule } from '#features/clients';
import { PositionsModule } from '#features/positions';
import { TrainingModule } from '#features/training';
import { CohortMatches } from './cohort-matches';
import { CohortMatchesRepository } from './cohort-matches.repository';
import { LearnableMatches } from './learnable-matches';
import { MatchingRepository } from './matching.repository';
import { ClientMatchResolver, MatchResolver } from './matching.resolver';
import { MatchingService } from './matching.service';
import { PositionRanking } from './position-ranking';
import { RankingIndexModule } from './ranking-index.module';
import { RankingRepository } from './ranking.repository';
import { ScoreWeightsRepository } from './score-weights.repository';
import { MovedPositionResolver, ScoreWeightsResolver } from './score-weights.resolver';
import { ScoreWeightsService } from './score-weights.service';

/** Ranked matches with their reasons. */
@Module({
  imports: [ClientsModule, PositionsModule, TrainingModule, RankingIndexModule],
  providers: [
    MatchResolver,
    ClientMatchResolver,
    ScoreWeightsResolver,
    MovedPositionResolver,
    MatchingService,
    MatchingRepository,
    LearnableMatches,
    PositionRanking,
    RankingRepository,
    CohortMatches,
    CohortMatchesRepository,
    ScoreWeightsService,
    ScoreWeightsRepository,
  ],
  exports: [MatchingService, CohortMatches, LearnableMatches],
})
export class MatchingModule {}
