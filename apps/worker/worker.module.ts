import { Module, type DynamicModule } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { JobsModule } from '#platform/jobs/jobs.module';
import { MailModule } from '#platform/mail/mail.module';
import { PlatformModule } from '#platform/platform.module';
import { workedFeatures } from './worked-features';

/** The job process: which features' jobs and schedules run here. */
@Module({})
export class WorkerModule {
  static with(dataSource: DataSource): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        PlatformModule.forProcess({ processName: 'worker', dataSource }),
        MailModule,
        ...workedFeatures,
        JobsModule,
      ],
    };
  }
}
