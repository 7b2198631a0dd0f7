import { Module } from '@nestjs/common';
import { NotificationsJobsModule, NotificationsModule } from '#features/notifications';
import { ParametersModule } from '#features/parameters';
import { TasksModule } from '#features/tasks';
import { EscalationService } from './escalation.service';
import { FollowUpAnswersRepository } from './follow-up-answers.repository';
import { FollowUpTasksRepository } from './follow-up-tasks.repository';
import { FollowUpTasksService } from './follow-up-tasks.service';
import {
  CaseworkerRemindedProcessor,
  FollowUpAnsweredProcessor,
  FollowUpSweepProcessor,
  HolidaysLoadedProcessor,
  PlacementEndedProcessor,
  PlacementStartedProcessor,
  PlacementStartMovedProcessor,
} from './follow-up.processor';
import { FollowUpRepository } from './follow-up.repository';
import { JobLossRepository } from './job-loss.repository';
import { JobLossService } from './job-loss.service';
import { MilestonePlanningService } from './milestone-planning.service';
import { MilestonePlansRepository } from './milestone-plans.repository';
import { MilestoneTemplatesRepository } from './milestone-templates.repository';
import { MilestoneTemplatesService } from './milestone-templates.service';
import { WorkAnswersService } from './work-answers.service';

/** What the worker does for follow-up: plans, sweeps, reminds, and what answers ask for. */
@Module({
  imports: [NotificationsModule, NotificationsJobsModule, ParametersModule, TasksModule],
  providers: [
    PlacementStartedProcessor,
    PlacementEndedProcessor,
    PlacementStartMovedProcessor,
    HolidaysLoadedProcessor,
    FollowUpAnsweredProcessor,
    CaseworkerRemindedProcessor,
    FollowUpSweepProcessor,
    MilestonePlanningService,
    EscalationService,
    JobLossService,
    JobLossRepository,
    WorkAnswersService,
    FollowUpTasksService,
    MilestonePlansRepository,
    FollowUpRepository,
    FollowUpAnswersRepository,
    FollowUpTasksRepository,
    MilestoneTemplatesService,
    MilestoneTemplatesRepository,
  ],
})
export class FollowUpJobsModule {}
