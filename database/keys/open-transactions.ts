import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';

const LOOK_EVERY_MS = 50;
const LONGEST_WAIT_MS = 600_000;

/**
 * Waits until every transaction of the product that is open in this database now has ended; those that begin meanwhile
 * do not matter. Every open transaction, a reading one too, holds the lock on its own number.
 */
export async function openTransactionsEnded(client: pg.Client): Promise<void> {
  const startedAt = Date.now();
  let open = await openNow(client);
  while (open.length > 0) {
    if (Date.now() - startedAt > LONGEST_WAIT_MS)
      throw new Error('A transaction has been open for ten minutes: end it, then start again.');
    await sleep(LOOK_EVERY_MS);
    const still = new Set(await openNow(client));
    open = open.filter((number) => still.has(number));
  }
}

async function openNow(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ number: string }>(
    `select l.virtualxid as number from pg_locks l join pg_stat_activity a on a.pid = l.pid
      where l.locktype = 'virtualxid' and l.mode = 'ExclusiveLock' and l.granted and l.pid <> pg_backend_pid()
        and a.datname = current_database() and a.usename like 'tonggong%'`,
  );
  return rows.map(({ number }) => number);
}
