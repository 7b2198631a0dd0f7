import { Module } from '@nestjs/common';
import { TasksModule } from '#features/tasks';
import { AidLooksService } from './aid-looks.service';
import { AidSweepProcessor } from './aid.processor';
import { AidRepository } from './aid.repository';

/** What the worker does for aid requests. */
@Module({ imports: [TasksModule], providers: [AidSweepProcessor, AidLooksService, AidRepository] })
export class AidJobsModule {}
