import type { Tx } from '../database/transaction';
import type { Transactions } from '../database/transactions';
import type { SessionRecord } from '../auth/session-record';
import { Operation } from './operation';

const session = { actor: { role: 'ENTERPRISE_HR' } } as unknown as SessionRecord;

/** Transactions that only write down what happens, and how many are open at a time. */
class NotedTransactions {
  readonly notes: string[] = [];
  most = 0;
  private openNow = 0;

  async open() {
    this.begin('begin read only');
    return { tx: {} as Tx, commit: async () => this.end('commit'), rollback: async () => this.end('rollback') };
  }

  async run<T>(_: unknown, work: (tx: Tx) => Promise<T>): Promise<T> {
    this.begin('begin read write');
    try {
      const result = await work({} as Tx);
      this.end('commit');
      return result;
    } catch (error) {
      this.end('rollback');
      throw error;
    }
  }

  private begin(note: string): void {
    this.notes.push(note);
    this.openNow += 1;
    this.most = Math.max(this.most, this.openNow);
  }

  private end(note: string): void {
    this.notes.push(note);
    this.openNow -= 1;
  }
}

const operationOn = (transactions: NotedTransactions): Operation =>
  new Operation(session, 'request', transactions as unknown as Transactions);

const soon = (value: string) => () => new Promise<string>((resolve) => setTimeout(() => resolve(value), 5));

describe('an operation', () => {
  it('shares one read-only transaction between its reads', async () => {
    const transactions = new NotedTransactions();
    const operation = operationOn(transactions);
    await Promise.all([operation.read(soon('a')), operation.read(soon('b'))]);
    await operation.close();
    expect(transactions.notes).toEqual(['begin read only', 'commit']);
  });

  it('gives what it disclosed only after the commit', async () => {
    const transactions = new NotedTransactions();
    const shown = await operationOn(transactions).disclose(soon('name'));
    expect(shown).toBe('name');
    expect(transactions.notes).toEqual(['begin read write', 'commit']);
  });

  it('never has two connections at a time, however reads and disclosures come', async () => {
    const transactions = new NotedTransactions();
    const operation = operationOn(transactions);
    const answers = await Promise.all([
      operation.read(soon('a')),
      operation.disclose(soon('b')),
      operation.read(soon('c')),
      operation.disclose(soon('d')),
    ]);
    await operation.close();
    expect(answers).toEqual(['a', 'b', 'c', 'd']);
    expect(transactions.most).toBe(1);
  });

  it('goes on after a disclosure that failed', async () => {
    const operation = operationOn(new NotedTransactions());
    await expect(operation.disclose(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(operation.read(soon('a'))).resolves.toBe('a');
  });

  it('batches disclosed look-ups into one transaction', async () => {
    const transactions = new NotedTransactions();
    const operation = operationOn(transactions);
    const batch = async (_: Tx, ids: readonly string[]) => new Map(ids.map((id) => [id, id.toUpperCase()]));
    const names = await Promise.all(['a', 'b'].map((id) => operation.loadDisclosed('name', id, batch)));
    expect(names).toEqual(['A', 'B']);
    expect(transactions.notes).toEqual(['begin read write', 'commit']);
  });
});
