import { Module } from '@nestjs/common';
import { NotificationsJobsModule, NotificationsModule } from '#features/notifications';
import { ParametersModule } from '#features/parameters';
import { FollowUpSweepProcessor, PlacementEndedProcessor, PlacementStartedProcessor } from './follow-up.processor';
import { MilestonePlanningService } from './milestone-planning.service';
import { MilestonePlansRepository } from './milestone-plans.repository';

/** What the worker does for follow-up: plans, sweeps, reminds. */
@Module({
  imports: [NotificationsModule, NotificationsJobsModule, ParametersModule],
  providers: [
    PlacementStartedProcessor,
    PlacementEndedProcessor,
    FollowUpSweepProcessor,
    MilestonePlanningService,
    MilestonePlansRepository,
  ],
})
export class FollowUpJobsModule {}
