import { randomUUID } from 'node:crypto';
import type { Actor } from '#domain/common/actor';
import type { Tx } from '../database/transaction';
import { recordDenial, type InOwnTransaction } from './grouped-denials';

const anActor = (): Actor => ({
  countyId: randomUUID(),
  role: 'CASEWORKER',
  accountId: randomUUID(),
  membershipId: randomUUID(),
  organisationId: randomUUID(),
  clientId: null,
});

/** Transactions that end when they are told to; each keeps what was written in it. */
class Transactions {
  readonly written: string[][] = [];
  private readonly ends: (() => void)[] = [];
  fails = false;

  readonly run: InOwnTransaction = async (work) => {
    const entries: string[] = [];
    const query = (_sql: string, parameters: unknown[]): Promise<unknown[]> => {
      entries.push(String(parameters[9]));
      return Promise.resolve([]);
    };
    await work({ query, actor: anActor(), now: new Date() } as unknown as Tx);
    await new Promise<void>((resolve) => this.ends.push(resolve));
    if (this.fails) throw new Error('the database is away');
    this.written.push(entries);
  };

  async end(): Promise<void> {
    await new Promise(setImmediate);
    this.ends.shift()?.();
    await new Promise(setImmediate);
  }
}

const denied = (subjectId: string) => ({ action: 'look-up.denied', subjectType: 'field', subjectId });

describe('recordDenial', () => {
  it('writes what comes while a transaction is under way together in the next, and leaves none out', async () => {
    const transactions = new Transactions();
    const actor = anActor();
    const first = recordDenial(actor, denied('0'), transactions.run);
    await new Promise(setImmediate);
    const others = Array.from({ length: 15 }, (_, at) => recordDenial(actor, denied(String(at + 1)), transactions.run));
    await transactions.end();
    await first;
    expect(transactions.written).toEqual([['0']]);
    await transactions.end();
    await Promise.all(others);
    expect(transactions.written).toEqual([['0'], Array.from({ length: 15 }, (_, at) => String(at + 1))]);
  });

  it('answers nobody before her entry is committed', async () => {
    const transactions = new Transactions();
    let isAnswered = false;
    const answer = recordDenial(anActor(), denied('0'), transactions.run).then(() => (isAnswered = true));
    await new Promise(setImmediate);
    expect(isAnswered).toBe(false);
    await transactions.end();
    await answer;
    expect(isAnswered).toBe(true);
  });

  it('does not let one actor wait for another', async () => {
    const transactions = new Transactions();
    const both = [anActor(), anActor()].map((actor, at) => recordDenial(actor, denied(String(at)), transactions.run));
    await transactions.end();
    await transactions.end();
    await Promise.all(both);
    expect(transactions.written).toEqual([['0'], ['1']]);
  });

  it('fails everybody whose entry was not written, and goes on afterwards', async () => {
    const transactions = new Transactions();
    const actor = anActor();
    transactions.fails = true;
    const failed = Promise.allSettled([0, 1].map((at) => recordDenial(actor, denied(String(at)), transactions.run)));
    await transactions.end();
    expect((await failed).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    transactions.fails = false;
    const later = recordDenial(actor, denied('2'), transactions.run);
    await transactions.end();
    await later;
    expect(transactions.written).toEqual([['2']]);
  });
});
