import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { Logger } from '../logging/logger';

const BEAT_MS = 3_000;

/** Tells the database every few seconds that this worker lives; `/health/ready` reads it. Real time, not the clock port: it measures a process. */
@Injectable()
export class Heartbeat {
  private readonly workerId = uuidv7();
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly dataSource: DataSource,
    private readonly log: Logger,
  ) {}

  /** Beats now and from now on. */
  async start(): Promise<void> {
    await this.beat();
    this.timer = setInterval(() => {
      this.beat().catch((error: unknown) => this.log.warn('heartbeat failed', {}, error));
    }, BEAT_MS);
  }

  /** Stops and takes the row away. */
  async stop(): Promise<void> {
    if (this.timer !== null) clearInterval(this.timer);
    await this.dataSource.query('delete from worker_heartbeat where worker_id = $1', [this.workerId]);
  }

  private async beat(): Promise<void> {
    await this.dataSource.query(
      `insert into worker_heartbeat (worker_id, seen_at) values ($1, clock_timestamp())
       on conflict (worker_id) do update set seen_at = excluded.seen_at`,
      [this.workerId],
    );
  }
}
