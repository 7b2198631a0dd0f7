import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { DynamicModule, INestApplicationContext, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { seedDatabase } from '#database/seeds/seed';
import { ShiftedClock, SystemClock } from '#platform/clock/clock';
import { masterKey } from '#platform/crypto/master-key';
import { Transactions } from '#platform/database/transactions';
import { PlatformModule } from '#platform/platform.module';
import { testDatabase, type TestDatabase } from './database';

/** What a bench is made of. */
export interface BenchParts {
  readonly modules: readonly (Type | DynamicModule)[];
  /** Instant at which the clock starts; now unless told. */
  readonly clockAt?: string;
}

/** Features in this process on an invented county of their own: everything real but the queue. */
export interface Bench {
  readonly database: TestDatabase;
  readonly app: INestApplicationContext;
  readonly transactions: Transactions;
  readonly countyId: string;
  /** Rows behind the walls. */
  rows<T extends object>(sql: string, parameters?: unknown[]): Promise<T[]>;
  close(): Promise<void>;
}

/** Opens a bench. */
export async function openBench({ modules, clockAt }: BenchParts): Promise<Bench> {
  const home = mkdtempSync(path.join(os.tmpdir(), 'tonggong-home-'));
  const database = await testDatabase();
  const shifted = clockAt === undefined ? {} : { CLOCK_AT: clockAt };
  Object.assign(process.env, { NODE_ENV: 'test', LOG_LEVEL: 'error', MAIL: 'off', TONGGONG_HOME: home, ...shifted });
  await seedDatabase({
    migrateUrl: database.urls.migrateUrl,
    masterKey: masterKey(home),
    scale: 'county',
    demoPassword: null,
    clock: clockAt === undefined ? new SystemClock() : new ShiftedClock(new Date(clockAt)),
  });
  const platform = PlatformModule.forProcess({ processName: 'test', dataSource: database.app });
  const app = await NestFactory.createApplicationContext(
    { module: class Tested {}, imports: [platform, ...modules] },
    { logger: ['error'] },
  );
  const rows = async <T extends object>(sql: string, parameters: unknown[] = []): Promise<T[]> =>
    (await database.admin.query<T>(sql, parameters)).rows;
  return {
    database,
    app,
    transactions: app.get(Transactions),
    countyId: (await rows<{ id: string }>('select id from county'))[0]?.id ?? '',
    rows,
    close: async () => {
      await app.close();
      await database.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
