import { Module } from '@nestjs/common';
import { ParametersModule } from '#features/parameters';
import { ClientsModule } from '#features/clients';
import { OrganisationsModule } from '#features/organisations';
import { PlacementsModule } from '#features/placements';
import { TasksModule } from '#features/tasks';
import { CaseworkerRemindersResolver } from './caseworker-reminders.resolver';
import { CaseworkerRemindersService } from './caseworker-reminders.service';
import { FollowUpAnswersRepository } from './follow-up-answers.repository';
import {
  ClientFollowUpsResolver,
  FollowUpAnswersResolver,
  PlacementFollowUpsResolver,
} from './follow-up-fields.resolver';
import { FollowUpReader } from './follow-up-reader';
import { FollowUpTasksRepository } from './follow-up-tasks.repository';
import { FollowUpTasksResolver } from './follow-up-tasks.resolver';
import { FollowUpTasksService } from './follow-up-tasks.service';
import { FollowUpRepository } from './follow-up.repository';
import { FollowUpResolver } from './follow-up.resolver';
import { FollowUpService } from './follow-up.service';
import { MilestoneTemplateResolver } from './milestone-template.resolver';
import { MilestoneTemplatesRepository } from './milestone-templates.repository';
import { MilestoneTemplatesService } from './milestone-templates.service';
import { MissedContactService } from './missed-contact.service';
import { MyFollowUpsResolver } from './my-follow-ups.resolver';
import { PostponementResolver } from './postponement.resolver';
import { PostponementService } from './postponement.service';
import { WorkAnswersService } from './work-answers.service';

/** Follow-up after a placement. */
@Module({
  imports: [ClientsModule, OrganisationsModule, PlacementsModule, ParametersModule, TasksModule],
  providers: [
    FollowUpResolver,
    ClientFollowUpsResolver,
    PlacementFollowUpsResolver,
    FollowUpAnswersResolver,
    FollowUpTasksResolver,
    MyFollowUpsResolver,
    PostponementResolver,
    FollowUpService,
    CaseworkerRemindersResolver,
    CaseworkerRemindersService,
    FollowUpTasksService,
    MissedContactService,
    PostponementService,
    WorkAnswersService,
    FollowUpReader,
    FollowUpRepository,
    FollowUpAnswersRepository,
    FollowUpTasksRepository,
    MilestoneTemplatesService,
    MilestoneTemplatesRepository,
    MilestoneTemplateResolver,
  ],
  exports: [FollowUpReader, FollowUpTasksRepository],
})
export class FollowUpModule {}
