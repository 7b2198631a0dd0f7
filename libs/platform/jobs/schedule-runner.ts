import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { systemActor } from '#domain/common/actor';
import { Transactions } from '../database/transactions';
import { Logger } from '../logging/logger';
import { JobRegistry } from './job-registry';

const SCHEDULE_TIMEOUT_MS = 60_000;

/** Runs what a schedule triggers, county by county; one county's fault does not keep the others waiting. */
@Injectable()
export class ScheduleRunner {
  constructor(
    private readonly registry: JobRegistry,
    private readonly transactions: Transactions,
    private readonly dataSource: DataSource,
    private readonly log: Logger,
  ) {}

  /** Triggers one schedule in every county. Throws when it failed in at least one, so that the queue tries again. */
  async run(name: string): Promise<void> {
    const handler = this.registry.scheduleOf(name);
    const faults: unknown[] = [];
    for (const { id } of await this.dataSource.query<{ id: string }[]>('select id from county order by code')) {
      const actor = systemActor(id, name);
      try {
        await handler.handle({
          actor,
          log: this.log,
          transact: (work, options = {}) =>
            this.transactions.run(actor, work, { timeoutMs: SCHEDULE_TIMEOUT_MS, ...options }),
        });
        this.log.info('schedule ran', { job: name, countyId: id });
      } catch (error) {
        this.log.error('schedule failed', { job: name, countyId: id }, error);
        faults.push(error);
      }
    }
    if (faults.length > 0)
      throw new AggregateError(faults, `The schedule ${name} failed in ${faults.length} counties.`);
  }
}
