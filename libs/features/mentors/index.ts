export { MentorsModule } from './mentors.module';
export { MentorsJobsModule } from './mentors-jobs.module';
