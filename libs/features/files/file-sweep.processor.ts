import { Injectable } from '@nestjs/common';
import type { ScheduleContext, ScheduleHandler } from '#platform/jobs/job-context';
import { HandlesSchedule } from '#platform/jobs/job-registry';
import { FileSweep } from './files.jobs';
import { FilesService } from './files.service';

/** Destroys what is past its day, every night. */
@Injectable()
@HandlesSchedule(FileSweep)
export class FileSweepProcessor implements ScheduleHandler {
  constructor(private readonly files: FilesService) {}

  async handle(context: ScheduleContext): Promise<void> {
    const count = await context.transact((tx) => this.files.eraseDue(tx));
    if (count > 0) context.log.info('files erased', { count });
  }
}
