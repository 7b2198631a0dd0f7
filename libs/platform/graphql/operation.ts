import DataLoader from 'dataloader';
import type { Actor } from '#domain/common/actor';
import { AppError } from '../auth/app-error';
import type { SessionRecord } from '../auth/session-record';
import type { Tx } from '../database/transaction';
import type { OpenTransaction, Transactions } from '../database/transactions';

/** Reads what was asked for, by id. */
export type Batch<V> = (tx: Tx, ids: readonly string[]) => Promise<ReadonlyMap<string, V>>;

type Runs = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

/**
 * One GraphQL request: who asks, the one read-only transaction its fields share, and its batch loaders. Opened by the
 * first read, ended after the answer is complete. An operation never has two connections at a time.
 */
export class Operation {
  private reading: Promise<OpenTransaction> | null = null;
  private disclosing: Promise<unknown> | null = null;
  private openedClient: string | null = null;
  private readonly reads = new Set<Promise<unknown>>();
  private readonly loaders = new Map<string, DataLoader<string, unknown>>();

  constructor(
    readonly session: SessionRecord | null,
    readonly requestId: string,
    readonly transactions: Transactions,
  ) {}

  /** Who asks; null before sign-in. */
  get actor(): Actor | null {
    const actor = this.session?.actor ?? null;
    if (actor === null || this.openedClient === null) return actor;
    return { ...actor, openedClients: [this.openedClient] };
  }

  /** Who asks; throws NOT_AUTHENTICATED before sign-in. */
  get member(): Actor {
    if (this.actor === null) throw new AppError('NOT_AUTHENTICATED');
    return this.actor;
  }

  /** Reads inside the operation's transaction. */
  async read<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    while (this.disclosing !== null) await this.disclosing;
    const read = this.readNow(work);
    this.reads.add(read);
    try {
      return await read;
    } finally {
      this.reads.delete(read);
    }
  }

  /**
   * Reads what must leave a trace: `work` reads and writes who looked at what, and gives its result only after the
   * commit, so that nothing is shown of which no record is kept. Never call it from inside `read`.
   */
  async disclose<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    while (this.disclosing !== null) await this.disclosing;
    const disclosure = this.discloseNow(work);
    const ended = Promise.allSettled([disclosure]);
    this.disclosing = ended;
    try {
      return await disclosure;
    } finally {
      this.disclosing = null;
    }
  }

  /**
   * Lets the rest of this operation read one client's file that was opened by break-glass; the caller has committed who
   * looks at what. It lasts for this operation and reads only.
   */
  async showOpened(clientId: string): Promise<void> {
    await Promise.allSettled(this.reads);
    await this.close();
    this.openedClient = clientId;
  }

  /** Lets the reads under way end, gives the connection back, and then waits: nobody else waits for who has to. */
  async pause(forMs: number): Promise<void> {
    await Promise.allSettled(this.reads);
    await this.close();
    await new Promise((resolve) => setTimeout(resolve, forMs));
  }

  /** Batches look-ups by id for the length of this operation; `batch` gives the found rows by id. */
  load<V>(name: string, id: string, batch: Batch<V>): Promise<V | null> {
    return this.loaded(name, id, batch, (work) => this.read(work));
  }

  /** Like `load`, for what must leave a trace: `batch` also writes who looked at what. */
  loadDisclosed<V>(name: string, id: string, batch: Batch<V>): Promise<V | null> {
    return this.loaded(name, id, batch, (work) => this.disclose(work));
  }

  /** Ends the read transaction; safe to call when none was opened. */
  async close(): Promise<void> {
    if (this.reading === null) return;
    const open = await this.reading.catch(() => null); // the failure to open was answered where it happened
    this.reading = null;
    await open?.commit();
  }

  private loaded<V>(name: string, id: string, batch: Batch<V>, run: Runs): Promise<V | null> {
    let loader = this.loaders.get(name);
    if (loader === undefined) {
      loader = new DataLoader<string, unknown>((ids) =>
        run((tx) => batch(tx, ids)).then((found) => ids.map((one) => found.get(one) ?? null)),
      );
      this.loaders.set(name, loader);
    }
    return loader.load(id) as Promise<V | null>;
  }

  private async readNow<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    this.reading ??= this.transactions.open(this.member, { readOnly: true });
    return work((await this.reading).tx);
  }

  /** Lets the reads under way end and gives their connection back first. */
  private async discloseNow<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    await Promise.allSettled(this.reads);
    await this.close();
    return this.transactions.run(this.member, work);
  }
}
