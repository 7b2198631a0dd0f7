export { GroupPlacementModule } from './group-placement.module';
export { GroupPlacementJobsModule } from './group-placement-jobs.module';
