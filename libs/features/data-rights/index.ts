export { DataRightsModule } from './data-rights.module';
export { DataRightsJobsModule, ErasureReplayModule } from './data-rights-jobs.module';
export { ErasureReplay, type ReplayReport } from './erasure-replay.service';
