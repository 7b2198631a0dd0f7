export { PositionsModule } from './positions.module';
export { PositionsImportModule } from './positions-import.module';
export { PositionsJobsModule } from './positions-jobs.module';
export { PositionsReader } from './positions-reader';
export { SlotsService } from './slots.service';
export type { PositionRow } from './positions.repository';
export type { SlotCountsRow } from './slots.repository';
export { Position } from './graphql/position.type';
export { positionOf } from './graphql/position.mapping';
