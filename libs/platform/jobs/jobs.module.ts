import { Module, type OnApplicationBootstrap, type BeforeApplicationShutdown } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { readConfig } from '../config/read-config';
import { queueSettings, relaySettings } from '../config/settings';
import { Logger } from '../logging/logger';
import { Heartbeat } from './heartbeat';
import { JobRegistry } from './job-registry';
import { JobRunner } from './job-runner';
import { QueueConnection } from './queue-connection';
import { ScheduleRunner } from './schedule-runner';
import { WorkerHost } from './worker-host';

/** Makes a process a worker: it does the jobs of the features it imports. */
@Module({
  providers: [
    JobRegistry,
    JobRunner,
    ScheduleRunner,
    Heartbeat,
    {
      provide: WorkerHost,
      inject: [JobRegistry, JobRunner, ScheduleRunner, Clock, Logger],
      useFactory: (registry: JobRegistry, jobs: JobRunner, schedules: ScheduleRunner, clock: Clock, log: Logger) =>
        new WorkerHost(
          new QueueConnection(readConfig(queueSettings), log),
          registry,
          jobs,
          schedules,
          clock,
          log,
          readConfig(relaySettings),
        ),
    },
  ],
})
export class JobsModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(
    private readonly host: WorkerHost,
    private readonly heartbeat: Heartbeat,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.host.start();
    await this.heartbeat.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.heartbeat.stop();
    await this.host.stop();
  }
}
