import { Module } from '@nestjs/common';
import { ParametersModule } from '#features/parameters';
import { TasksModule } from '#features/tasks';
import { PayCheckExecutionService } from './pay-check-execution.service';
import {
  EmployeeNumberRecordedProcessor,
  EqualPayMonthProcessor,
  PayCheckRunProcessor,
  PayrollUploadedProcessor,
} from './pay-check.processor';
import { PayCheckRunsRepository } from './pay-check-runs.repository';
import { PayCheckRunsService } from './pay-check-runs.service';
import { PayCheckService } from './pay-check.service';
import { PayFactsRepository } from './pay-facts.repository';
import { PayResultsRepository } from './pay-results.repository';
import { PayrollImportRepository } from './payroll-import.repository';

/** What the worker does for equal pay. */
@Module({
  imports: [ParametersModule, TasksModule],
  providers: [
    PayCheckRunProcessor,
    PayrollUploadedProcessor,
    EqualPayMonthProcessor,
    EmployeeNumberRecordedProcessor,
    PayrollImportRepository,
    PayCheckExecutionService,
    PayCheckService,
    PayCheckRunsService,
    PayCheckRunsRepository,
    PayFactsRepository,
    PayResultsRepository,
  ],
})
export class PayEquityJobsModule {}
