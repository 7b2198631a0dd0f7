export { MatchingModule } from './matching.module';
export { MatchingService, type JudgedMatch } from './matching.service';
export { MatchingJobsModule } from './matching-jobs.module';
export { AnswerRate, MatchCheck, MatchPart } from './graphql/match.type';
export { CohortMatches, type JudgedPair } from './cohort-matches';
export type { ClientPairs, ClientPosition } from './cohort-matches.repository';
export { LearnableMatches, type LearnablePair } from './learnable-matches';
