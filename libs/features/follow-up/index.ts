export { FollowUpModule } from './follow-up.module';
export { FollowUpJobsModule } from './follow-up-jobs.module';
export { FollowUpReader, type ReadMilestone } from './follow-up-reader';
export { FollowUpTasksRepository, type FollowUpTaskRow } from './follow-up-tasks.repository';
export { FollowUpTask } from './graphql/follow-up-task.type';
export { followUpTaskOf } from './graphql/follow-up-task.mapping';
export { FollowUp } from './graphql/follow-up.type';
export { followUpOf } from './graphql/follow-up.mapping';
