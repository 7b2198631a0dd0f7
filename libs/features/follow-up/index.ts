export { FollowUpJobsModule } from './follow-up-jobs.module';
