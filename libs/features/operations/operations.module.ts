import { Module } from '@nestjs/common';
import { JobsResolver } from './jobs.resolver';
import { WaitingJobsRepository } from './waiting-jobs.repository';
import { WaitingJobsService } from './waiting-jobs.service';

/** Jobs as the administrator watches them: counts by kind, and what waits for a person. */
@Module({ providers: [JobsResolver, WaitingJobsService, WaitingJobsRepository] })
export class OperationsModule {}
