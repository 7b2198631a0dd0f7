export { UsersModule } from './users.module';
export { UsersJobsModule } from './users-jobs.module';
export { Viewer } from './graphql/viewer.type';
