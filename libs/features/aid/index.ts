export { AidModule } from './aid.module';
export { AidJobsModule } from './aid-jobs.module';
