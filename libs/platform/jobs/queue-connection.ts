import { Queue, Worker, createPostgresBackend, type Processor, type QueueOptions, type WorkerOptions } from 'bullmq';
import { Redis } from 'ioredis';
import type { ConfigOf } from '../config/config-key';
import type { queueSettings } from '../config/settings';
import type { Logger } from '../logging/logger';
import type { QueueName } from './job-definition';

/** The job as it lies in the queue: ids only. */
export interface QueuedJob {
  readonly outboxId: string;
  readonly countyId: string;
  readonly generation: number;
}

type QueueSettings = ConfigOf<typeof queueSettings>;

/** Opens queues and workers on Redis or PostgreSQL by the settings, and closes their connections. */
export class QueueConnection {
  private readonly redis: Redis[] = [];

  constructor(
    private readonly settings: QueueSettings,
    private readonly log: Logger,
  ) {}

  /** Which backend is in use. */
  get backend(): 'redis' | 'postgres' {
    return this.settings.backend;
  }

  /** The producing side of a queue: fails fast, so that the relay can go on when Redis is away. */
  queue(name: QueueName): Queue {
    const options = { prefix: this.settings.prefix, skipWaitingForReady: true } satisfies Partial<QueueOptions>;
    const queue =
      this.settings.backend === 'postgres'
        ? new Queue(name, { ...options, connection: this.postgres() }, createPostgresBackend)
        : new Queue(name, {
            ...options,
            connection: this.failingFast(),
          });
    queue.on('error', (error) => this.log.warn('queue connection fault', { queue: name }, error));
    return queue as unknown as Queue;
  }

  /** The consuming side of a queue: waits for Redis to come back. */
  worker(name: QueueName, processor: Processor, options: Omit<WorkerOptions, 'connection' | 'prefix'>): Worker {
    const all = { ...options, prefix: this.settings.prefix };
    const worker =
      this.settings.backend === 'postgres'
        ? new Worker(name, processor, { ...all, connection: this.postgres() }, createPostgresBackend)
        : new Worker(name, processor, { ...all, connection: this.connect({ maxRetriesPerRequest: null }) });
    worker.on('error', (error) => this.log.warn('queue connection fault', { queue: name }, error));
    return worker as unknown as Worker;
  }

  /** Closes the Redis connections that were handed out. */
  close(): void {
    for (const redis of this.redis.splice(0)) redis.disconnect();
  }

  private postgres(): { connectionString: string; schema: string; migrate: boolean } {
    if (this.settings.queueUrl === undefined) throw new Error('QUEUE_BACKEND=postgres needs DATABASE_QUEUE_URL.');
    return { connectionString: this.settings.queueUrl, schema: 'bullmq', migrate: true };
  }

  /** Waits for the first connection; from then on a command without one fails at once instead of queueing up. */
  private failingFast(): Redis {
    const redis = this.connect({ maxRetriesPerRequest: 1 });
    redis.once('ready', () => {
      redis.options.enableOfflineQueue = false;
    });
    return redis;
  }

  private connect(options: { maxRetriesPerRequest: number | null }): Redis {
    if (this.settings.redisUrl === undefined)
      throw new Error('REDIS_URL is missing; without Redis set QUEUE_BACKEND=postgres.');
    const redis = new Redis(this.settings.redisUrl, {
      ...options,
      retryStrategy: (tries) => Math.min(tries * 200, 2_000),
    });
    redis.on('error', (error) => this.log.warn('queue connection fault', { backend: 'redis' }, error));
    this.redis.push(redis);
    return redis;
  }
}
