export { FollowUpModule } from './follow-up.module';
export { FollowUpJobsModule } from './follow-up-jobs.module';
export { FollowUpReader, type ReadMilestone } from './follow-up-reader';
export { FollowUp } from './graphql/follow-up.type';
export { followUpOf } from './graphql/follow-up.mapping';
