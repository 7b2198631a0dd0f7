import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { systemActor } from '#domain/common/actor';
import { dayOf } from '#domain/common/day';
import { Clock } from '#platform/clock/clock';
import { readConfig } from '#platform/config/read-config';
import { rankingSettings } from '#platform/config/settings';
import type { Tx } from '#platform/database/transaction';
import { Transactions } from '#platform/database/transactions';
import { Logger } from '#platform/logging/logger';
import { CountyIndex } from './county-index';
import { RankingIndexRepository } from './ranking-index.repository';
import { questionOf } from './ranking-question';
import type { AskedClient, RankingRequest } from './ranking.repository';

/** What has changed is looked for so often, and at once where a ranking found its index behind. */
const FOLLOW_MS = 500;
/** Whether a county has grown beyond the threshold, or shrunk, is looked at so often. */
const CONSIDER_MS = 10 * 60_000;
const NOBODY = '00000000-0000-0000-0000-000000000000';

/**
 * The ranking indexes of this process: one for each county with many open slots, filled and kept up to date beside the
 * work. Whoever asks gets an answer from an index that has seen all that she sees, or none: then PostgreSQL ranks.
 */
@Injectable()
export class RankingIndexes implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly indexes = new Map<string, CountyIndex>();
  private consideredAt = -Infinity;
  private timer: NodeJS.Timeout | null = null;
  private working: Promise<void> | null = null;
  private isStopped = false;

  constructor(
    private readonly repository: RankingIndexRepository,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.wake();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isStopped = true;
    if (this.timer !== null) clearTimeout(this.timer);
    await this.working;
  }

  /** Ids of the best open positions for a client; null where no index of her county has seen all that she sees. */
  async ranked(tx: Tx, asked: AskedClient, request: RankingRequest): Promise<string[] | null> {
    const index = this.indexes.get(tx.actor.countyId);
    if (index === undefined) return null;
    if (!(await index.isCurrent(tx))) {
      this.wake();
      return null;
    }
    const minutes = await this.repository.minutesFrom(tx, asked.township);
    return index.rank(questionOf(asked, request, minutes, dayOf(tx.now))).map(({ id }) => id);
  }

  /** Looks at every county now: fills what is wanted, lets go of what is not, follows what changed. */
  async refresh(): Promise<void> {
    const now = this.clock.now().getTime();
    if (now - this.consideredAt >= CONSIDER_MS) {
      await this.consider();
      this.consideredAt = now;
    }
    for (const index of this.indexes.values()) if (!this.isStopped) await index.follow();
  }

  /** The index of a county, where there is one. */
  of(countyId: string): CountyIndex | undefined {
    return this.indexes.get(countyId);
  }

  private async consider(): Promise<void> {
    const { indexFromSlots } = readConfig(rankingSettings);
    const counties = await this.asJobOf(NOBODY, (tx) => this.repository.counties(tx));
    for (const countyId of counties) {
      if (this.isStopped) return;
      const isWanted = await this.asJobOf(countyId, (tx) => this.repository.hasOpenSlots(tx, indexFromSlots));
      if (!isWanted) this.indexes.delete(countyId);
      else if (!this.indexes.has(countyId))
        this.indexes.set(countyId, new CountyIndex(countyId, this.repository, this.transactions, this.clock));
    }
  }

  private asJobOf<T>(countyId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.transactions.run(systemActor(countyId, 'ranking-index'), work, { readOnly: true });
  }

  private wake(): void {
    if (this.isStopped || this.working !== null) return;
    if (this.timer !== null) clearTimeout(this.timer);
    this.working = this.refresh()
      .catch((error: unknown) => this.log.warn('ranking index fault, PostgreSQL ranks meanwhile', {}, error))
      .finally(() => {
        this.working = null;
        if (this.isStopped) return;
        this.timer = setTimeout(() => this.wake(), this.indexes.size === 0 ? CONSIDER_MS : FOLLOW_MS);
        this.timer.unref();
      });
  }
}
