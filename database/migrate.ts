import pg from 'pg';
import { readConfig } from '#platform/config/read-config';
import { homeSettings, operatorSettings } from '#platform/config/settings';
import { createDataSource } from './data-source';
import { ensureRoles, LOGIN_ROLES, OWNER_ROLE } from './roles';

/** The addresses under which processes connect, one per role, and whether there is data already. */
export interface DatabaseUrls {
  readonly migrateUrl: string;
  readonly appUrl: string;
  readonly relayUrl: string;
  readonly queueUrl: string;
  /** True when no county is there yet. */
  readonly isEmpty: boolean;
}

const OLDEST_SERVER = 150_000;

/**
 * Makes roles, schemas and tables, whatever is missing of them. `databaseUrl` is a role that may create roles; the
 * passwords of the derived roles are kept in `<home>/secrets`. Throws a sentence for the operator.
 */
export async function migrate(databaseUrl: string, home: string): Promise<DatabaseUrls> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'tonggong-migrate' });
  await client.connect();
  try {
    await refuseOldServer(client);
    const passwords = await ensureRoles(client, home);
    await prepareSchemas(client);
    const urls = {
      migrateUrl: under(databaseUrl, LOGIN_ROLES.migrate, passwords.tonggong_migrate),
      appUrl: under(databaseUrl, LOGIN_ROLES.app, passwords.tonggong_app),
      relayUrl: under(databaseUrl, LOGIN_ROLES.relay, passwords.tonggong_relay),
      queueUrl: under(databaseUrl, LOGIN_ROLES.queue, passwords.tonggong_queue),
    };
    await runMigrations(urls.migrateUrl);
    const { rowCount } = await client.query('select 1 from county limit 1');
    return { ...urls, isEmpty: rowCount === 0 };
  } finally {
    await client.end();
  }
}

async function refuseOldServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: string }>(`select current_setting('server_version_num') as version`);
  const version = Number(rows[0]?.version ?? 0);
  if (version < OLDEST_SERVER)
    throw new Error(`PostgreSQL 15 or newer is needed; this server is ${Math.floor(version / 10_000)}.`);
}

/** What the owner needs before the first migration, in one round trip; nothing happens where it is there. */
async function prepareSchemas(client: pg.Client): Promise<void> {
  await client.query(`
    create extension if not exists pgcrypto;
    create extension if not exists btree_gist;
    do $$
    begin
      execute format('grant %I, %I to %I', '${OWNER_ROLE}', '${LOGIN_ROLES.queue}', current_user);
      execute format('grant connect, create on database %I to ${OWNER_ROLE}, ${LOGIN_ROLES.queue}', current_database());
      alter schema public owner to ${OWNER_ROLE};
      create schema if not exists app authorization ${OWNER_ROLE};
      create schema if not exists auth authorization ${OWNER_ROLE};
      create schema if not exists bullmq authorization ${LOGIN_ROLES.queue};
      grant usage on schema public to ${LOGIN_ROLES.app}, ${LOGIN_ROLES.relay};
    end $$`);
}

/** Runs as the migrating role, acting as the owner, so that the owner owns what is made. */
async function runMigrations(migrateUrl: string): Promise<void> {
  const dataSource = createDataSource(migrateUrl, {
    poolMax: 1,
    applicationName: 'tonggong-migrate',
    statementTimeoutMs: 0,
    actAs: OWNER_ROLE,
  });
  await dataSource.initialize();
  try {
    await dataSource.runMigrations({ transaction: 'all' });
  } finally {
    await dataSource.destroy();
  }
}

function under(databaseUrl: string, role: string, password: string): string {
  const url = new URL(databaseUrl);
  url.username = role;
  url.password = password;
  return url.toString();
}

async function main(): Promise<void> {
  const urls = await migrate(readConfig(operatorSettings).databaseUrl, readConfig(homeSettings).home);
  process.stdout.write(`${JSON.stringify(urls)}\n`);
}

if (require.main === module) {
  main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  });
}
