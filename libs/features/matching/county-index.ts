import { setImmediate as pause } from 'node:timers/promises';
import { systemActor } from '#domain/common/actor';
import { RankingIndex } from '#domain/matching/ranking-index/ranking-index';
import type { RankingQuestion } from '#domain/matching/ranking-index/asked-ranking';
import type { Ranked } from '#domain/matching/match-score';
import type { Clock } from '#platform/clock/clock';
import type { Tx } from '#platform/database/transaction';
import type { Transactions } from '#platform/database/transactions';
import { INDEX_PAGE, type IndexStamp, type RankingIndexRepository } from './ranking-index.repository';

/** An index that could not follow for so long counts as absent: changes are kept for two days only. */
const OLDEST_MS = 10 * 60_000;
/** More changes at once than this, and it is quicker to begin anew. */
const MOST_CHANGES = 50_000;
const FILL_TIMEOUT_MS = 60_000;

/** The ranking index of one county in this process, and the version up to which it has followed. */
export class CountyIndex {
  private index = new RankingIndex();
  private stamp: IndexStamp | null = null;
  private followedAt = 0;

  constructor(
    readonly countyId: string,
    private readonly repository: RankingIndexRepository,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** How many positions it holds. */
  get size(): number {
    return this.index.size;
  }

  /** Fills it anew from the database; the index in use stays until the new one is there. */
  async fill(): Promise<void> {
    await this.read(async (tx) => {
      const stamp = await this.repository.stamp(tx); // before the first page: what comes meanwhile is followed after it
      const index = new RankingIndex();
      await inSlices(index.expect(await this.repository.runSizes(tx)));
      for (let after: string | null = null; ;) {
        const page = await this.repository.page(tx, after);
        for (const position of page) index.put(position);
        if (page.length < INDEX_PAGE) break;
        after = page[page.length - 1]?.id ?? null;
      }
      this.index = index;
      this.follows(stamp);
    });
  }

  /** Takes in what has changed since it followed last. */
  async follow(): Promise<void> {
    const { stamp: before } = this;
    if (before === null) return this.fill();
    const isFollowed = await this.read(async (tx) => {
      const stamp = await this.repository.stamp(tx);
      const changed = await this.repository.changedSince(tx, before);
      if (changed.length > MOST_CHANGES) return false;
      const open = changed.length === 0 ? [] : await this.repository.open(tx, changed);
      for (const id of changed) this.index.remove(id);
      for (const position of open) this.index.put(position);
      if (this.index.isWorn) this.index = await inSlices(this.index.settled());
      this.follows(stamp);
      return true;
    });
    return isFollowed ? undefined : this.fill();
  }

  /** True where it has seen all that the actor's transaction sees. */
  async isCurrent(tx: Tx): Promise<boolean> {
    const { stamp } = this;
    if (stamp === null || this.clock.now().getTime() - this.followedAt > OLDEST_MS) return false;
    return this.repository.isCurrent(tx, stamp);
  }

  /** Ranks what it holds, whether that is current or not. */
  rank(question: RankingQuestion): Ranked[] {
    return this.index.rank(question);
  }

  private follows(stamp: IndexStamp): void {
    this.stamp = stamp;
    this.followedAt = this.clock.now().getTime();
  }

  private read<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const actor = systemActor(this.countyId, 'ranking-index');
    return this.transactions.run(actor, work, { readOnly: true, timeoutMs: FILL_TIMEOUT_MS });
  }
}

/** Goes on with a long work in slices, so that whoever asks meanwhile is answered. */
async function inSlices<T>(steps: Generator<void, T>): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await pause();
  }
}
