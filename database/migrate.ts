import pg from 'pg';
import type { DataSource } from 'typeorm';
import { readConfig } from '#platform/config/read-config';
import { homeSettings, operatorSettings } from '#platform/config/settings';
import { createDataSource } from './data-source';
import { sqlForTheOperator } from './operator-sql';
import { prepareDatabase, refuseOldServer } from './prepare';
import { ensureRoles, LOGIN_ROLES, OWNER_ROLE, passwordStatements, type RolePasswords } from './roles';

/** The addresses under which processes connect, one per role, and whether there is data already. */
export interface DatabaseUrls {
  readonly migrateUrl: string;
  readonly appUrl: string;
  readonly relayUrl: string;
  readonly queueUrl: string;
  /** True when no county is there yet. */
  readonly isEmpty: boolean;
}

const WRONG_PASSWORD = '28P01';
/** One number within the database. */
const MIGRATION_LOCK = 421_222;

/**
 * Makes roles, schemas and tables, whatever is missing of them. `databaseUrl` is a role that may create roles, or one
 * for which an administrator has; the passwords of the derived roles are kept in `<home>/secrets`. Throws a sentence
 * for the operator.
 */
export async function migrate(databaseUrl: string, home: string): Promise<DatabaseUrls> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'tonggong-migrate' });
  await client.connect();
  try {
    await refuseOldServer(client);
    const passwords = await ensureRoles(client, home);
    // Held until the connection ends: of two starts at once, the second waits and then finds nothing to do.
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await prepareDatabase(client);
    const urls = {
      migrateUrl: under(databaseUrl, LOGIN_ROLES.migrate, passwords.tonggong_migrate),
      appUrl: under(databaseUrl, LOGIN_ROLES.app, passwords.tonggong_app),
      relayUrl: under(databaseUrl, LOGIN_ROLES.relay, passwords.tonggong_relay),
      queueUrl: under(databaseUrl, LOGIN_ROLES.queue, passwords.tonggong_queue),
    };
    return { ...urls, isEmpty: await runMigrations(urls.migrateUrl, passwords) };
  } finally {
    await client.end();
  }
}

/** Runs as the migrating role, acting as the owner, so that the owner owns what is made; says whether there is no county yet. */
async function runMigrations(migrateUrl: string, passwords: RolePasswords): Promise<boolean> {
  const dataSource = createDataSource(migrateUrl, {
    poolMax: 1,
    applicationName: 'tonggong-migrate',
    statementTimeoutMs: 0,
    actAs: OWNER_ROLE,
  });
  await signIn(dataSource, passwords);
  try {
    await dataSource.runMigrations({ transaction: 'all' });
    const rows = await dataSource.query<{ isEmpty: boolean }[]>('select not exists (select from county) as "isEmpty"');
    return rows[0]?.isEmpty ?? true;
  } finally {
    await dataSource.destroy();
  }
}

async function signIn(dataSource: DataSource, passwords: RolePasswords): Promise<void> {
  try {
    await dataSource.initialize();
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== WRONG_PASSWORD) throw error;
    const reason = 'The database roles have other passwords than TONGGONG_HOME/secrets';
    throw new Error(sqlForTheOperator(reason, passwordStatements(passwords)));
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
