import type { Logger } from '../logging/logger';
import { gauge } from '../metrics/metrics';
import type { Backlog } from './relay';

const LOOK_EVERY_MS = 15_000;
/** Due work that is older than this is told to whoever reads the log; the administrator's screen draws the same line. */
export const LATE_AFTER_SECONDS = 30;

/** Watches how old the outbox is: figures for whoever asks, and a line in the log while it is late. */
export class OutboxWatch {
  private readonly timer: NodeJS.Timeout;
  private isLate = false;

  constructor(
    private readonly backlog: () => Promise<Backlog>,
    private readonly log: Logger,
  ) {
    gauge('tonggong_outbox_age_seconds', 'Age of the oldest due work that is not done.', async () => {
      return (await backlog()).oldestSeconds;
    });
    gauge('tonggong_relay_lag_seconds', 'Age of the oldest due work that is not on a queue.', async () => {
      return (await backlog()).unpublishedSeconds;
    });
    gauge('tonggong_outbox_backlog', 'Due work that is not done.', async () => (await backlog()).due);
    this.timer = setInterval(() => void this.look(), LOOK_EVERY_MS);
    this.timer.unref(); // it keeps no process alive
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /** Says so when the outbox became late, and when it is no more. */
  async look(): Promise<void> {
    try {
      const { oldestSeconds, due } = await this.backlog();
      const isLate = oldestSeconds > LATE_AFTER_SECONDS;
      if (isLate) this.log.warn('outbox is late', { count: due, durationMs: Math.round(oldestSeconds * 1_000) });
      else if (this.isLate) this.log.info('outbox is in time again', { count: due });
      this.isLate = isLate;
    } catch (error) {
      this.log.warn('outbox could not be looked at', {}, error);
    }
  }
}
