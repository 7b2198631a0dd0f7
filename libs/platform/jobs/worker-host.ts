import { Injectable } from '@nestjs/common';
import type { Queue, Worker } from 'bullmq';
import type { ConfigOf } from '../config/config-key';
import type { relaySettings } from '../config/settings';
import { Clock } from '../clock/clock';
import { Logger } from '../logging/logger';
import { OutboxWatch } from '../outbox/outbox-watch';
import { Relay } from '../outbox/relay';
import { QUEUES, declaredSchedules, type QueueName } from './job-definition';
import { JobRegistry } from './job-registry';
import { JobRunner } from './job-runner';
import type { QueueConnection } from './queue-connection';
import { ScheduleRunner } from './schedule-runner';

const TIME_ZONE = 'Asia/Shanghai';
const CONCURRENCY: Readonly<Record<QueueName, number>> = {
  default: 4,
  mail: 4,
  phone: 4,
  import: 1,
  compute: 1,
  placement: 1, // one thread computes
  'pay-check': 2, // one computes while the other waits for the database
  schedule: 1,
};
/** A killed worker's jobs are taken over after this; a healthy one renews its lock twice in that time. */
const LOCK_MS = 15_000;

/** The worker's engine: relay, one consumer per queue, and the schedules. */
@Injectable()
export class WorkerHost {
  private readonly queues = new Map<QueueName, Queue>();
  private readonly workers: Worker[] = [];
  private relay: Relay | null = null;
  private watch: OutboxWatch | null = null;

  constructor(
    private readonly connection: QueueConnection,
    private readonly registry: JobRegistry,
    private readonly jobs: JobRunner,
    private readonly schedules: ScheduleRunner,
    private readonly clock: Clock,
    private readonly log: Logger,
    private readonly settings: ConfigOf<typeof relaySettings>,
  ) {}

  /** Checks the wiring and starts everything. Throws when a job has no handler or two. */
  async start(): Promise<void> {
    this.registry.collect();
    for (const name of QUEUES) this.queues.set(name, this.connection.queue(name));
    for (const name of QUEUES) this.workers.push(this.consumer(name));
    this.relay = new Relay(this.settings.relayUrl, this.queues, this.clock, this.log, this.settings.republishAfterMs);
    this.relay.start();
    const { relay } = this;
    this.watch = new OutboxWatch(() => relay.backlog(), this.log);
    await this.registerSchedules();
  }

  /** Stops taking work, lets running jobs end, closes connections. */
  async stop(): Promise<void> {
    this.watch?.stop();
    await this.relay?.stop();
    await Promise.all(this.workers.map((worker) => worker.close()));
    await Promise.all([...this.queues.values()].map((queue) => queue.close()));
    this.connection.close();
  }

  private consumer(name: QueueName): Worker {
    const processor =
      name === 'schedule' ? (job: { name: string }) => this.schedules.run(job.name) : this.jobs.run.bind(this.jobs);
    return this.connection.worker(name, processor, {
      concurrency: CONCURRENCY[name],
      lockDuration: LOCK_MS,
      stalledInterval: LOCK_MS,
      maxStalledCount: 20,
    });
  }

  private async registerSchedules(): Promise<void> {
    const queue = this.queues.get('schedule');
    if (queue === undefined) throw new Error('There is no queue for schedules.');
    const kept = {
      removeOnComplete: { count: 50 },
      removeOnFail: { count: 200 },
      attempts: 5,
      backoff: { type: 'exponential', delay: 1_000 },
    };
    for (const { name, pattern, alsoAtStart } of declaredSchedules()) {
      await queue.upsertJobScheduler(name, { pattern, tz: TIME_ZONE }, { name, opts: kept });
      if (alsoAtStart)
        await queue.add(name, {}, { ...kept, jobId: `${name}-at-start-${process.pid}-${this.clock.now().getTime()}` });
    }
  }
}
