import { Module } from '@nestjs/common';
import { ClientsModule } from '#features/clients';
import { EnrolmentsModule } from '#features/enrolments';
import { MatchingModule } from '#features/matching';
import { PositionsModule } from '#features/positions';
import { TrainingModule } from '#features/training';
import { PlanMemory } from './plan-memory';
import {
  PlannedPositionResolver,
  PlannedSeatResolver,
  PlannedSessionResolver,
  TakenPlaceResolver,
} from './planned-fields.resolver';
import { TrainingPlanRepository } from './training-plan.repository';
import { TrainingPlanResolver } from './training-plan.resolver';
import { TrainingPlanService } from './training-plan.service';

/** Which course seats unlock the most placements. */
@Module({
  imports: [ClientsModule, EnrolmentsModule, MatchingModule, PositionsModule, TrainingModule],
  providers: [
    TrainingPlanResolver,
    PlannedSeatResolver,
    PlannedSessionResolver,
    PlannedPositionResolver,
    TakenPlaceResolver,
    TrainingPlanService,
    TrainingPlanRepository,
    PlanMemory,
  ],
})
export class TrainingPlanModule {}
