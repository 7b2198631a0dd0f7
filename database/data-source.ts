import 'reflect-metadata';
import pg from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { PlanKeepingClient } from '#platform/database/kept-plan';
import { allEntities } from './all-entities';
import { allMigrations } from './migrations/all-migrations';
import { ReadableNames } from './naming-strategy';

/** How a process uses its connections. */
export interface ConnectionUse {
  /** Most connections of the process. */
  readonly poolMax?: number;
  /** Seen in pg_stat_activity. */
  readonly applicationName?: string;
  /** Longest time of one statement outside a transaction that sets its own. */
  readonly statementTimeoutMs?: number;
  /** The role that the connection acts as, where it is not the one that signs in. */
  readonly actAs?: string;
}

const IDLE_IN_TRANSACTION_MS = 10_000;
const { DATE, INT8 }: Readonly<Record<'DATE' | 'INT8', number>> = pg.types.builtins;

/** Days stay text, and bigint becomes a number or fails: pg would make dates of local midnight and strings. */
const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary'): (text: string) => unknown {
    if (oid === DATE) return (text) => text;
    if (oid === INT8) return safeInteger;
    return pg.types.getTypeParser(oid, format ?? 'text') as (text: string) => unknown;
  },
};

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value))
    throw new Error(`An integer beyond the exact range came from the database: ${text}`);
  return value;
}

/** The options of a data source; `synchronize` is never on, migrations run only through database/migrate. */
export function dataSourceOptions(url: string, use: ConnectionUse = {}): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    entities: [...allEntities],
    migrations: [...allMigrations],
    migrationsTableName: 'migrations',
    migrationsTransactionMode: 'all',
    namingStrategy: new ReadableNames(),
    installExtensions: false,
    synchronize: false,
    ...(use.applicationName === undefined ? {} : { applicationName: use.applicationName }),
    poolSize: use.poolMax ?? 10,
    extra: {
      Client: PlanKeepingClient,
      types,
      statement_timeout: use.statementTimeoutMs ?? 5_000,
      idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
      ...(use.actAs === undefined ? {} : { options: `-c role=${use.actAs}` }),
    },
  };
}

/** A data source over every table, not yet connected. */
export const createDataSource = (url: string, use: ConnectionUse = {}): DataSource =>
  new DataSource(dataSourceOptions(url, use));
