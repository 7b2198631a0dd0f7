import pg from 'pg';
import { sqlForTheOperator } from './operator-sql';
import { LOGIN_ROLES, OWNER_ROLE } from './roles';

const OLDEST_SERVER = 150_000;
const INSUFFICIENT_PRIVILEGE = '42501';
const SCHEMAS = { app: OWNER_ROLE, auth: OWNER_ROLE, bullmq: LOGIN_ROLES.queue } as const;

/** Refuses a server older than PostgreSQL 15. */
export async function refuseOldServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: number }>(
    `select current_setting('server_version_num')::integer as version`,
  );
  const version = rows[0]?.version ?? 0;
  if (version < OLDEST_SERVER)
    throw new Error(`PostgreSQL 15 or newer is needed; this server is ${Math.floor(version / 10_000)}.`);
}

/** What the owner needs before the first migration; nothing happens where it is there. Throws with the SQL to run. */
export async function prepareDatabase(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string; isReady: boolean; isSuper: boolean }>(
    `select current_database() as name, current_setting('is_superuser') = 'on' as "isSuper",
            (select count(*) = 2 from pg_extension where extname in ('pgcrypto', 'btree_gist'))
            and (select count(*) = 4 from pg_namespace n join pg_roles r on r.oid = n.nspowner
                  where (n.nspname, r.rolname) in (('public', $1), ('app', $1), ('auth', $1), ('bullmq', $2)))
            and has_database_privilege($1, current_database(), 'create')
            and has_database_privilege($2, current_database(), 'create') as "isReady"`,
    [OWNER_ROLE, LOGIN_ROLES.queue],
  );
  const [database] = rows;
  if (database === undefined || database.isReady) return;
  const statements = statementsFor(pg.escapeIdentifier(database.name));
  try {
    // Only a member of a role may make a schema for it.
    if (!database.isSuper) await client.query(`grant ${OWNER_ROLE}, ${LOGIN_ROLES.queue} to current_user`);
    for (const statement of statements) await client.query(statement);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== INSUFFICIENT_PRIVILEGE) throw error;
    throw new Error(
      sqlForTheOperator(`The role of DATABASE_URL may not prepare the database ${database.name}`, statements),
    );
  }
}

const statementsFor = (database: string): string[] => [
  'create extension if not exists pgcrypto',
  'create extension if not exists btree_gist',
  // The queue makes its tables with CREATE SCHEMA IF NOT EXISTS, and that asks for the right before it looks.
  `grant connect, create on database ${database} to ${OWNER_ROLE}, ${LOGIN_ROLES.queue}`,
  `grant connect on database ${database} to ${LOGIN_ROLES.migrate}, ${LOGIN_ROLES.app}, ${LOGIN_ROLES.relay}`,
  `alter schema public owner to ${OWNER_ROLE}`,
  'revoke create on schema public from public',
  `grant usage on schema public to ${LOGIN_ROLES.app}, ${LOGIN_ROLES.relay}`,
  ...Object.entries(SCHEMAS).map(([schema, owner]) => `create schema if not exists ${schema} authorization ${owner}`),
];
