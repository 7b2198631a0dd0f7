import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { readConfig } from '../config/read-config';
import { queueSettings } from '../config/settings';
import { Logger } from '../logging/logger';
import { RedisProbe } from './redis-probe';

/** READY: everything answers. DEGRADED: it serves, jobs wait for Redis. WAITING: it must get no requests. */
export type ReadinessState = 'ready' | 'degraded' | 'waiting';

interface Facts {
  readonly workerSeenSecondsAgo: number | null;
  readonly migrations: readonly string[];
}

const WORKER_SILENT_SECONDS = 10;
/** A flood of questions costs one look a second. */
const KEEP_MS = 1_000;

/** Looks whether the whole can serve: tables as this version needs them, a worker that lives, and Redis. */
@Injectable()
export class Readiness implements OnApplicationShutdown {
  private readonly redis = new RedisProbe(readConfig(queueSettings));
  private last: { readonly atMs: number; readonly state: Promise<ReadinessState> } | null = null;

  constructor(
    private readonly dataSource: DataSource,
    private readonly log: Logger,
  ) {}

  /** How it stands, at most a second old. Machine time: it measures processes. */
  now(): Promise<ReadinessState> {
    const nowMs = performance.now();
    if (this.last === null || nowMs - this.last.atMs > KEEP_MS) this.last = { atMs: nowMs, state: this.look() };
    return this.last.state;
  }

  onApplicationShutdown(): void {
    this.redis.close();
  }

  private async look(): Promise<ReadinessState> {
    const [facts, redisAnswers] = await Promise.all([this.facts(), this.redis.answers()]);
    if (facts === null || !this.isMigrated(facts.migrations)) return 'waiting';
    if (facts.workerSeenSecondsAgo === null || facts.workerSeenSecondsAgo > WORKER_SILENT_SECONDS) return 'waiting';
    return redisAnswers ? 'ready' : 'degraded';
  }

  private isMigrated(applied: readonly string[]): boolean {
    return this.dataSource.migrations.every((migration) =>
      applied.includes(migration.name ?? migration.constructor.name),
    );
  }

  private async facts(): Promise<Facts | null> {
    try {
      const [facts] = await this.dataSource.query<Facts[]>(
        `select (select extract(epoch from clock_timestamp() - max(seen_at))::float8 from worker_heartbeat) as "workerSeenSecondsAgo",
                (select array_agg(name) from migrations) as migrations`,
      );
      return facts ?? null;
    } catch (error) {
      this.log.warn('readiness could not be read', {}, error);
      return null;
    }
  }
}
