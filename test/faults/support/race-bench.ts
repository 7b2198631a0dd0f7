import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { INestApplicationContext, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Actor } from '#domain/common/actor';
import type { Outcome } from '#domain/common/outcome';
import { seedDatabase } from '#database/seeds/seed';
import { Clock } from '#platform/clock/clock';
import { masterKey } from '#platform/crypto/master-key';
import type { Tx } from '#platform/database/transaction';
import { Transactions, type OpenTransaction, type TransactionOptions } from '#platform/database/transactions';
import { Command } from '#platform/graphql/command';
import { Operation } from '#platform/graphql/operation';
import { PlatformModule } from '#platform/platform.module';
import { testDatabase, type TestDatabase } from '#testing/database';

/** Use cases on a seeded county of their own, run as the API runs them, many at once. */
export interface RaceBench {
  readonly database: TestDatabase;
  readonly app: INestApplicationContext;
  readonly transactions: Transactions;
  readonly countyId: string;
  /** The first row behind the walls. Throws where there is none. */
  one<T extends object>(sql: string, parameters?: unknown[]): Promise<T>;
  /** Runs one use case: a transaction and receipt of its own, rolled back on a refusal. Gives the refusal's code, or DONE. */
  act(actor: Actor, work: (tx: Tx) => Promise<Outcome<{ id: string }>>): Promise<string>;
  close(): Promise<void>;
}

/** Connections of the process under race: the same for every count in the fault plan. */
const POOL = 20;

/** On a busy machine two hundred who want one row wait longer than a statement may take: who wins is asked here, not how fast. */
class PatientTransactions extends Transactions {
  override open(actor: Actor, options: TransactionOptions = {}): Promise<OpenTransaction> {
    return super.open(actor, { timeoutMs: 120_000, ...options });
  }
}

/** Opens a bench with these features. */
export async function openRaceBench(modules: readonly Type[]): Promise<RaceBench> {
  const home = mkdtempSync(path.join(os.tmpdir(), 'tonggong-home-'));
  const database = await testDatabase({ poolMax: POOL });
  Object.assign(process.env, { NODE_ENV: 'test', LOG_LEVEL: 'error', TONGGONG_HOME: home });
  const { migrateUrl } = database.urls;
  await seedDatabase({ migrateUrl, masterKey: masterKey(home), scale: 'county', demoPassword: null });
  const platform = PlatformModule.forProcess({ processName: 'races', dataSource: database.app });
  const app = await NestFactory.createApplicationContext(
    { module: class Races {}, imports: [platform, ...modules] },
    { logger: ['error'] },
  );
  const transactions = new PatientTransactions(database.app, app.get(Clock));
  const one: RaceBench['one'] = async <T extends object>(sql: string, parameters: unknown[] = []) => {
    const { rows } = await database.admin.query<T>(sql, parameters);
    if (rows[0] === undefined) throw new Error(`No row: ${sql}`);
    return rows[0];
  };
  return {
    database,
    app,
    transactions,
    countyId: (await one<{ id: string }>('select id from county')).id,
    one,
    act: (actor, work) => acted(transactions, actor, work),
    close: async () => {
      await app.close();
      await database.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

async function acted(
  transactions: Transactions,
  actor: Actor,
  work: (tx: Tx) => Promise<Outcome<{ id: string }>>,
): Promise<string> {
  const names = { displayName: '', organisationName: '', countyName: '', productName: '' };
  const operation = new Operation(
    { idHash: Buffer.alloc(32), actor, ...names, mustChoosePassword: false, mustSetUpSecondStep: false, phone: null },
    'race',
    transactions,
  );
  const command = new Command(operation, { name: 'race', idempotencyKey: randomUUID(), input: {} });
  const payload = await command.run({ as: 'done', act: work, read: (_, id) => Promise.resolve({ id }) });
  await operation.close();
  return payload.userErrors[0]?.code ?? 'DONE';
}
