export { PlacementsModule } from './placements.module';
export { PlacementsJobsModule } from './placements-jobs.module';
export { PlacementsService, type NewPlacement } from './placements.service';
export { PlacementsReader } from './placements-reader';
export type { PlacementRow } from './placements.repository';
export {
  ContractChanged,
  EmployeeNumberRecorded,
  PlacementEnded,
  PlacementStarted,
  PlacementStartMoved,
} from './placements.jobs';
export { Placement } from './graphql/placement.type';
export { placementOf } from './graphql/placement.mapping';
