import { Module } from '@nestjs/common';
import { FilesModule } from '#features/files';
import { NotificationsJobsModule, NotificationsModule } from '#features/notifications';
import { ParametersModule } from '#features/parameters';
import { TasksModule } from '#features/tasks';
import { FindingArrearsService } from './finding-arrears.service';
import { FindingDueRepository } from './finding-due.repository';
import { FindingDueService } from './finding-due.service';
import { FindingFollowUpService } from './finding-follow-up.service';
import { FindingRemindersService } from './finding-reminders.service';
import { FindingStep } from './finding-step';
import { PayFindingsDueProcessor, PayFindingSteppedProcessor } from './finding-steps.processor';
import { FindingStepsRepository } from './finding-steps.repository';
import { PayCheckExecutionService } from './pay-check-execution.service';
import { PayCheckPartsRepository } from './pay-check-parts.repository';
import {
  ContractChangedProcessor,
  EmployeeNumberRecordedProcessor,
  EqualPayMonthProcessor,
  MinimumWageChangedProcessor,
  PayCheckCloseProcessor,
  PayCheckPartProcessor,
  PayCheckRunProcessor,
  PayrollMissingProcessor,
  PayrollUploadedProcessor,
} from './pay-check.processor';
import { PayCheckRunsRepository } from './pay-check-runs.repository';
import { PayCheckRunsService } from './pay-check-runs.service';
import { PayCheckService } from './pay-check.service';
import { PayFactsRepository } from './pay-facts.repository';
import { PayMonthTestsService } from './pay-month-tests.service';
import { PayRerunsService } from './pay-reruns.service';
import { PayResultsRepository } from './pay-results.repository';
import { PayTestsRepository } from './pay-tests.repository';
import { PayrollGapsRepository } from './payroll-gaps.repository';
import { PayrollGapsService } from './payroll-gaps.service';
import { PayrollImportRepository } from './payroll-import.repository';
import { RunAnnouncements } from './run-announcements';

/** What the worker does for equal pay. */
@Module({
  imports: [FilesModule, NotificationsModule, NotificationsJobsModule, ParametersModule, TasksModule],
  providers: [
    PayCheckRunProcessor,
    PayCheckPartProcessor,
    PayCheckCloseProcessor,
    PayrollUploadedProcessor,
    MinimumWageChangedProcessor,
    ContractChangedProcessor,
    PayrollMissingProcessor,
    EqualPayMonthProcessor,
    EmployeeNumberRecordedProcessor,
    PayRerunsService,
    PayrollImportRepository,
    PayCheckExecutionService,
    PayCheckService,
    PayCheckRunsService,
    PayCheckRunsRepository,
    PayFactsRepository,
    PayResultsRepository,
    PayFindingsDueProcessor,
    PayFindingSteppedProcessor,
    FindingArrearsService,
    FindingDueService,
    FindingDueRepository,
    FindingFollowUpService,
    FindingRemindersService,
    FindingStep,
    FindingStepsRepository,
    PayCheckPartsRepository,
    PayMonthTestsService,
    PayTestsRepository,
    PayrollGapsService,
    PayrollGapsRepository,
    RunAnnouncements,
  ],
})
export class PayEquityJobsModule {}
