import { Injectable } from '@nestjs/common';
import type { ScheduleContext, ScheduleHandler } from '#platform/jobs/job-context';
import { HandlesSchedule } from '#platform/jobs/job-registry';
import { ImportSweep } from './imports.jobs';
import { ImportsService } from './imports.service';

/** Destroys the cells of refused rows after their days. */
@Injectable()
@HandlesSchedule(ImportSweep)
export class ImportSweepProcessor implements ScheduleHandler {
  constructor(private readonly imports: ImportsService) {}

  async handle(context: ScheduleContext): Promise<void> {
    const count = await context.transact((tx) => this.imports.eraseCellsDue(tx));
    if (count > 0) context.log.info('cells of refused rows erased', { count });
  }
}
