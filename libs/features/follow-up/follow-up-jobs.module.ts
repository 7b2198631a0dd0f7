import { Module } from '@nestjs/common';
import { ParametersModule } from '#features/parameters';
import { PlacementsModule } from '#features/placements';
import { FollowUpSweepProcessor, PlacementEndedProcessor, PlacementStartedProcessor } from './follow-up.processor';
import { FollowUpRepository } from './follow-up.repository';
import { FollowUpService } from './follow-up.service';

/** What the worker does for follow-up. */
@Module({
  imports: [ParametersModule, PlacementsModule],
  providers: [
    FollowUpService,
    FollowUpRepository,
    PlacementStartedProcessor,
    PlacementEndedProcessor,
    FollowUpSweepProcessor,
  ],
})
export class FollowUpJobsModule {}
