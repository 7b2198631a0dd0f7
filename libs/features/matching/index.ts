export { MatchingModule } from './matching.module';
export { MatchingService, type JudgedMatch } from './matching.service';
export { AnswerRate } from './graphql/match.type';
export { MatchingJobsModule } from './matching-jobs.module';
