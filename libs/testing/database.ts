import { randomBytes } from 'node:crypto';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { createDataSource } from '#database/data-source';
import { migrate, type DatabaseUrls } from '#database/migrate';

/** A database of its own for one test file, migrated and empty. */
export interface TestDatabase {
  /** The server's administrator, in this database: plants rows and looks behind the walls. */
  readonly adminUrl: string;
  readonly urls: DatabaseUrls;
  /** Under tonggong_app, as API and worker connect. */
  readonly app: DataSource;
  /** Under the administrator, for planting rows. */
  readonly admin: pg.Pool;
  close(): Promise<void>;
}

/** Roles belong to the server, so all tests on one server share their passwords. */
export function rolesHome(server: string): string {
  return path.join(os.tmpdir(), `tonggong-test-roles-${os.userInfo().uid}-${new URL(server).port || '5432'}`);
}

/** The server that the test runner started. Throws outside of it. */
export function testServer(): string {
  const server = process.env['TEST_DATABASE_URL'];
  if (server === undefined) throw new Error('TEST_DATABASE_URL is missing: run the tests by `npm test`.');
  return server;
}

const TEMPLATE = 'tonggong_template';
/** One number on the whole server, in the maintenance database: who builds or copies the template. */
const TEMPLATE_LOCK = 421_222;

/** Copies the migrated template (made by whoever comes first) into a new database. */
export async function testDatabase(options: { poolMax?: number } = {}): Promise<TestDatabase> {
  const server = testServer();
  const name = `test_${randomBytes(8).toString('hex')}`; // never that of a suite which could not clean up
  const template = await copyTemplate(server, name);
  const urls = inDatabase(template, name);
  const adminUrl = withDatabase(server, name);
  // Days are those of Shanghai: what a test plants on current_date is of the product's today, also after four in the afternoon UTC.
  const admin = new pg.Pool({ connectionString: adminUrl, max: 4, options: '-c TimeZone=Asia/Shanghai' });
  const app = await createDataSource(urls.appUrl, {
    poolMax: options.poolMax ?? 10,
    applicationName: 'test',
  }).initialize();
  return {
    adminUrl,
    urls,
    app,
    admin,
    close: async () => {
      if (app.isInitialized) await app.destroy(); // an application under test may have given it back already
      await admin.end();
      await onServer(server, (client) => client.query(`drop database ${name} with (force)`).then(() => undefined));
    },
  };
}

/** Under one lock for looking at the template and copying it: PostgreSQL refuses to copy what somebody is connected to. */
async function copyTemplate(server: string, name: string): Promise<DatabaseUrls> {
  return onServer(server, async (client) => {
    await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]); // ends with the connection
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [TEMPLATE]);
    if (rowCount === 0) await client.query(`create database ${TEMPLATE}`);
    const urls = await migrate(withDatabase(server, TEMPLATE), rolesHome(server)); // quick when it is migrated
    await client.query(`create database ${name} template ${TEMPLATE}`);
    await client.query(`grant connect, create on database ${name} to tonggong_owner, tonggong_queue`);
    return urls;
  });
}

async function onServer<T>(server: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The same address, in another database of the server. */
export function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.toString();
}

function inDatabase(urls: DatabaseUrls, name: string): DatabaseUrls {
  return {
    migrateUrl: withDatabase(urls.migrateUrl, name),
    appUrl: withDatabase(urls.appUrl, name),
    relayUrl: withDatabase(urls.relayUrl, name),
    queueUrl: withDatabase(urls.queueUrl, name),
    isEmpty: true,
  };
}
