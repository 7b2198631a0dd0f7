import type { Queue } from 'bullmq';
import { Client, Pool, type PoolClient } from 'pg';
import type { Clock } from '../clock/clock';
import { declaredJobs, type JobData, type JobDefinition, type QueueName } from '../jobs/job-definition';
import type { QueuedJob } from '../jobs/queue-connection';
import type { Logger } from '../logging/logger';

interface DueRow {
  readonly id: string;
  readonly county_id: string;
  readonly job: string;
  readonly generation: number;
  readonly data: JobData;
}

/** What waits in the outbox: 0 where nothing does. */
export interface Backlog {
  /** Age of the oldest due row that is not done. */
  readonly oldestSeconds: number;
  /** Age of the oldest that is not on a queue. */
  readonly unpublishedSeconds: number;
  /** Due rows that are not done. */
  readonly due: number;
}

const BATCH = 50;
const POLL_MS = 500;
const REST_AFTER_FAULT_MS = 1_000;

/** Keeps finished jobs only for a while: a jobId that still exists would be silently ignored. */
const KEEP = { removeOnComplete: { age: 3_600, count: 1_000 }, removeOnFail: { age: 86_400, count: 1_000 } } as const;

/**
 * Moves due outbox rows into the queues. PostgreSQL is the truth: a row that was published but is not done after
 * `republishAfterMs` is published again under the next generation, and that alone rebuilds a lost queue.
 */
export class Relay {
  private readonly pool: Pool;
  private readonly definitions = new Map<string, JobDefinition>(declaredJobs().map((job) => [job.name, job]));
  private listener: Client | null = null;
  private wake: () => void = () => undefined;
  private isStopping = false;
  private running: Promise<void> = Promise.resolve();
  private readonly hearFault = (error: Error): void => this.log.warn('relay connection fault', {}, error);

  constructor(
    private readonly relayUrl: string,
    private readonly queues: ReadonlyMap<QueueName, Queue>,
    private readonly clock: Clock,
    private readonly log: Logger,
    private readonly republishAfterMs: number,
  ) {
    this.pool = new Pool({ connectionString: relayUrl, max: 2, application_name: 'tonggong-relay' });
    this.pool.on('error', this.hearFault);
  }

  /** Starts to relay; returns at once. */
  start(): void {
    this.running = this.loop();
  }

  /** Stops after the batch in hand. */
  async stop(): Promise<void> {
    this.isStopping = true;
    this.wake();
    await this.running;
    await this.listener?.end();
    await this.pool.end();
  }

  /** How many rows are due and not done, and how old. */
  async backlog(): Promise<Backlog> {
    const { rows } = await this.pool.query<{ oldest: number | null; unpublished: number | null; due: number }>(
      `select extract(epoch from $1::timestamptz - min(due_at))::float8 as oldest,
              extract(epoch from $1::timestamptz - min(due_at) filter (where published_at is null))::float8 as unpublished,
              count(*)::int as due
         from outbox_event where done_at is null and failed_at is null and due_at <= $1`,
      [this.clock.now()],
    );
    const [row] = rows;
    return { oldestSeconds: row?.oldest ?? 0, unpublishedSeconds: row?.unpublished ?? 0, due: row?.due ?? 0 };
  }

  private async loop(): Promise<void> {
    while (!this.isStopping) {
      try {
        await this.listen();
        while (!this.isStopping && (await this.relayBatch()) === BATCH);
        await this.rest(POLL_MS);
      } catch (error) {
        this.log.warn('relay fault, trying again', {}, error);
        await this.rest(REST_AFTER_FAULT_MS);
      }
    }
  }

  /** LISTEN is only a wake-up: polling finds everything without it. */
  private async listen(): Promise<void> {
    if (this.listener !== null) return;
    const client = new Client({ connectionString: this.relayUrl, application_name: 'tonggong-relay-listen' });
    client.on('notification', () => this.wake());
    client.on('error', (error) => {
      this.log.warn('relay connection fault', {}, error);
      this.listener = null;
    });
    await client.connect();
    await client.query('listen outbox');
    this.listener = client;
  }

  private rest(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
      if (this.isStopping) this.wake();
    });
  }

  private async relayBatch(): Promise<number> {
    const client = await this.pool.connect();
    // A connection in hand that breaks off says so to nobody else, and what nobody hears ends the process.
    client.on('error', this.hearFault);
    try {
      await client.query('begin');
      const rows = await this.claim(client);
      await this.publish(rows);
      await this.markPublished(client, rows);
      await client.query('commit');
      return rows.length;
    } catch (error) {
      await client.query('rollback').catch(this.hearFault);
      throw error;
    } finally {
      client.off('error', this.hearFault);
      client.release(); // the pool keeps none that broke off
    }
  }

  private async claim(client: PoolClient): Promise<DueRow[]> {
    const now = this.clock.now();
    const { rows } = await client.query<DueRow>(
      `select id, county_id, job, generation, data from outbox_event
        where done_at is null and failed_at is null and due_at <= $1 and (retry_at is null or retry_at <= $1)
          and (published_at is null or published_at < $2)
        order by due_at, id limit ${BATCH} for update skip locked`,
      [now, new Date(now.getTime() - this.republishAfterMs)],
    );
    return rows;
  }

  private async publish(rows: readonly DueRow[]): Promise<void> {
    const byQueue = new Map<QueueName, DueRow[]>();
    for (const row of rows) {
      const queue = this.definitions.get(row.job)?.queue ?? 'default'; // an unknown name fails loudly in the worker
      byQueue.set(queue, [...(byQueue.get(queue) ?? []), row]);
    }
    for (const [name, some] of byQueue) {
      const queue = this.queues.get(name);
      if (queue === undefined) throw new Error(`There is no queue ${name}.`);
      await queue.addBulk(some.map((row) => this.entry(row)));
    }
  }

  private entry(row: DueRow): Parameters<Queue['addBulk']>[0][number] {
    const data: QueuedJob = { outboxId: row.id, countyId: row.county_id, generation: row.generation };
    const definition = this.definitions.get(row.job);
    const attempts = definition?.attempts ?? 1;
    return {
      name: row.job,
      data,
      opts: {
        jobId: `${definition?.key?.(row.data) ?? row.id}-${row.generation}`,
        attempts,
        backoff: { type: 'exponential', delay: 500, jitter: 0.5 },
        ...KEEP,
      },
    };
  }

  private async markPublished(client: PoolClient, rows: readonly DueRow[]): Promise<void> {
    if (rows.length === 0) return;
    await client.query('update outbox_event set published_at = $2, generation = generation + 1 where id = any($1)', [
      rows.map((row) => row.id),
      this.clock.now(),
    ]);
  }
}
