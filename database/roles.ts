import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type pg from 'pg';

/** The roles that sign in, by what they do. */
export const LOGIN_ROLES = {
  /** Migrations, seed, backfills and backup: sees past row-level security. */
  migrate: 'tonggong_migrate',
  /** API and worker. */
  app: 'tonggong_app',
  /** The outbox of all counties, and nothing else. */
  relay: 'tonggong_relay',
  /** The schema of the queue where there is no Redis. */
  queue: 'tonggong_queue',
} as const;

/** Owns every table; nobody signs in as it. */
export const OWNER_ROLE = 'tonggong_owner';

type LoginRole = (typeof LOGIN_ROLES)[keyof typeof LOGIN_ROLES];

const ATTRIBUTES: Readonly<Record<LoginRole, string>> = {
  tonggong_migrate: 'login nosuperuser nocreaterole nocreatedb bypassrls',
  tonggong_app: 'login nosuperuser nocreaterole nocreatedb nobypassrls',
  tonggong_relay: 'login nosuperuser nocreaterole nocreatedb nobypassrls',
  tonggong_queue: 'login nosuperuser nocreaterole nocreatedb nobypassrls',
};

const INSUFFICIENT_PRIVILEGE = '42501';
/** Somebody else changes the same role at this moment: roles are shared by all databases of a server. */
const CONCURRENT_CHANGE = new Set(['XX000', '23505', '42710']);
const TRIES = 20;

/**
 * Makes the roles where they are missing and sets their passwords from `<home>/secrets/<role>.password` (made on first
 * use, readable by its owner only). Throws with the SQL to run where the given role may not make roles.
 */
export async function ensureRoles(client: pg.Client, home: string): Promise<Readonly<Record<LoginRole, string>>> {
  const passwords = Object.fromEntries(
    Object.values(LOGIN_ROLES).map((role) => [role, passwordOf(role, home)]),
  ) as Record<LoginRole, string>;
  const { rows } = await client.query<{ rolname: string }>('select rolname from pg_roles');
  const present = new Set(rows.map(({ rolname }) => rolname));
  const missing = Object.entries({ [OWNER_ROLE]: 'nologin nosuperuser nobypassrls', ...ATTRIBUTES }).filter(
    ([role]) => !present.has(role),
  );
  const statements = [
    ...missing.map(([role, attributes]) => `create role ${role} ${attributes}`),
    ...Object.values(LOGIN_ROLES).map((role) => `alter role ${role} password '${passwords[role]}'`),
    `grant ${OWNER_ROLE} to ${LOGIN_ROLES.migrate}`,
  ];
  for (const statement of statements) await runShared(client, statement);
  return passwords;
}

async function runShared(client: pg.Client, statement: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await client.query(statement);
      return;
    } catch (error) {
      const code = (error as pg.DatabaseError).code ?? '';
      if (code === INSUFFICIENT_PRIVILEGE) throw new Error(sqlForTheOperator());
      if (code === '42710') return; // another start made the role first
      if (!CONCURRENT_CHANGE.has(code) || tries === TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20 * tries));
    }
  }
}

function sqlForTheOperator(): string {
  const lines = [
    `create role ${OWNER_ROLE} nologin;`,
    ...Object.values(LOGIN_ROLES).map((role) => `create role ${role} ${ATTRIBUTES[role]};`),
    `grant ${OWNER_ROLE} to ${LOGIN_ROLES.migrate};`,
  ];
  return `The role of DATABASE_URL may not make roles. Let an administrator of the server run:\n${lines.join('\n')}\nand give DATABASE_URL a role with CREATEROLE, or make it a superuser for this one start.`;
}

function passwordOf(role: string, home: string): string {
  const file = path.join(home, 'secrets', `${role}.password`);
  if (!existsSync(file)) {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    try {
      writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600, flag: 'wx' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error; // another start was first: use its password
    }
  }
  return readFileSync(file, 'utf8').trim();
}
