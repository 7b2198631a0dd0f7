import { Injectable } from '@nestjs/common';
import { MinimumWageChanged } from '#features/parameters';
import { ContractChanged, EmployeeNumberRecorded } from '#features/placements';
import type { JobContext, JobHandler, ScheduleContext, ScheduleHandler } from '#platform/jobs/job-context';
import { HandlesJob, HandlesSchedule } from '#platform/jobs/job-registry';
import { FindingArrearsService } from './finding-arrears.service';
import { PayCheckExecutionService } from './pay-check-execution.service';
import { PayCheckRunsService } from './pay-check-runs.service';
import {
  EqualPayMonth,
  PayCheckCloseJob,
  PayCheckPartJob,
  PayCheckRunJob,
  PayrollMissing,
  type RunScope,
  type RunStep,
} from './pay-check.jobs';
import { PayRerunsService } from './pay-reruns.service';
import { PayrollGapsService } from './payroll-gaps.service';
import { PayrollImportRepository } from './payroll-import.repository';
import { PayrollUploaded, type UploadedPayroll } from './payroll.jobs';

/** Divides a run. */
@Injectable()
@HandlesJob(PayCheckRunJob)
export class PayCheckRunProcessor implements JobHandler<RunScope> {
  constructor(private readonly execution: PayCheckExecutionService) {}

  handle(job: JobContext<RunScope>): Promise<void> {
    return this.execution.divide(job);
  }
}

/** Does one enterprise's part of a run. */
@Injectable()
@HandlesJob(PayCheckPartJob)
export class PayCheckPartProcessor implements JobHandler<RunStep> {
  constructor(private readonly execution: PayCheckExecutionService) {}

  handle(job: JobContext<RunStep>): Promise<void> {
    return this.execution.part(job);
  }
}

/** Ends a run whose parts are done. */
@Injectable()
@HandlesJob(PayCheckCloseJob)
export class PayCheckCloseProcessor implements JobHandler<RunStep> {
  constructor(private readonly execution: PayCheckExecutionService) {}

  handle(job: JobContext<RunStep>): Promise<void> {
    return this.execution.close(job);
  }
}

/** Months that a changed minimum wage reaches are checked again. */
@Injectable()
@HandlesJob(MinimumWageChanged)
export class MinimumWageChangedProcessor implements JobHandler<{ readonly effectiveFrom: string }> {
  constructor(private readonly reruns: PayRerunsService) {}

  async handle(job: JobContext<{ readonly effectiveFrom: string }>): Promise<void> {
    await job.complete((tx) => this.reruns.afterMinimumWage(tx, job.data.effectiveFrom));
  }
}

/** Months of a contract that changed are checked again. */
@Injectable()
@HandlesJob(ContractChanged)
export class ContractChangedProcessor implements JobHandler {
  constructor(private readonly reruns: PayRerunsService) {}

  async handle(job: JobContext): Promise<void> {
    await job.complete((tx) => this.reruns.afterContract(tx, job.subjectId));
  }
}

/** Notes who has not declared a month that is overdue. */
@Injectable()
@HandlesSchedule(PayrollMissing)
export class PayrollMissingProcessor implements ScheduleHandler {
  constructor(private readonly gaps: PayrollGapsService) {}

  async handle(context: ScheduleContext): Promise<void> {
    await context.transact((tx) => this.gaps.note(tx));
  }
}

/** A declaration sets off a run over its enterprise and month, and shows whether back-pay came. */
@Injectable()
@HandlesJob(PayrollUploaded)
export class PayrollUploadedProcessor implements JobHandler<UploadedPayroll> {
  constructor(
    private readonly runs: PayCheckRunsService,
    private readonly gaps: PayrollGapsService,
    private readonly arrears: FindingArrearsService,
  ) {}

  async handle(job: JobContext<UploadedPayroll>): Promise<void> {
    const { organisationId, period } = job.data;
    await job.transact((tx) => this.arrears.verify(tx, organisationId));
    await job.complete(async (tx) => {
      await this.gaps.close(tx, organisationId, period);
      await this.runs.queueForUpload(tx, organisationId, period);
    });
  }
}

/** A number that came after the payroll finds its lines, and the months are checked again. */
@Injectable()
@HandlesJob(EmployeeNumberRecorded)
export class EmployeeNumberRecordedProcessor implements JobHandler {
  constructor(
    private readonly payrolls: PayrollImportRepository,
    private readonly runs: PayCheckRunsService,
    private readonly arrears: FindingArrearsService,
  ) {}

  async handle(job: JobContext): Promise<void> {
    await job.complete(async (tx) => {
      for (const month of await this.payrolls.declaredMonths(tx, job.subjectId)) {
        await this.payrolls.linkPlacements(tx, month);
        await this.runs.queueForUpload(tx, month.organisationId, month.period);
        await this.arrears.verify(tx, month.organisationId);
      }
    });
  }
}

/** Sets the monthly run off when it is due. */
@Injectable()
@HandlesSchedule(EqualPayMonth)
export class EqualPayMonthProcessor implements ScheduleHandler {
  constructor(private readonly runs: PayCheckRunsService) {}

  async handle(context: ScheduleContext): Promise<void> {
    await context.transact((tx) => this.runs.queueMonthly(tx));
  }
}
