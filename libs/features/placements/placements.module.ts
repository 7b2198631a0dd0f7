import { Module } from '@nestjs/common';
import { ClientsModule } from '#features/clients';
import { PositionsModule } from '#features/positions';
import { constraintMeans } from '#platform/database/constraint-refusals';
import { ContractTermsResolver } from './contract-terms.resolver';
import { ContractTermsService } from './contract-terms.service';
import { ClientPlacementsResolver, PlacementFieldsResolver } from './placement-fields.resolver';
import { PlacementsReader } from './placements-reader';
import { PlacementsRepository } from './placements.repository';
import { PlacementsResolver } from './placements.resolver';
import { PlacementStartResolver } from './placement-start.resolver';
import { PlacementStartService } from './placement-start.service';
import { PlacementsService } from './placements.service';

constraintMeans('placement_full_time_excl', 'FULL_TIME_OVERLAP');
constraintMeans('placement_slot_live_idx', 'SLOT_TAKEN');
constraintMeans('placement_employee_number_live_idx', 'EMPLOYEE_NUMBER_TAKEN', ['employeeNumber']);

/** Placements: a person at work. */
@Module({
  imports: [ClientsModule, PositionsModule],
  providers: [
    PlacementsResolver,
    PlacementFieldsResolver,
    ClientPlacementsResolver,
    PlacementsService,
    PlacementsReader,
    PlacementsRepository,
    ContractTermsResolver,
    ContractTermsService,
    PlacementStartResolver,
    PlacementStartService,
  ],
  exports: [PlacementsService, PlacementsReader],
})
export class PlacementsModule {}
