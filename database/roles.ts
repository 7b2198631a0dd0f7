import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { sqlForTheOperator } from './operator-sql';
import { scramVerifier } from './scram';

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

/** The name of a role that signs in. */
export type LoginRole = (typeof LOGIN_ROLES)[keyof typeof LOGIN_ROLES];

/** The password of each role that signs in. */
export type RolePasswords = Readonly<Record<LoginRole, string>>;

interface RoleFacts {
  readonly name: string;
  readonly signsIn: boolean;
  readonly bypasses: boolean;
  readonly hasMore: boolean;
  readonly isOwner: boolean;
}

const ATTRIBUTES: Readonly<Record<string, string>> = {
  [OWNER_ROLE]: 'nologin nosuperuser nocreaterole nocreatedb nobypassrls',
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
 * Makes the roles where they are missing, mends their attributes, and sets their passwords from
 * `<home>/secrets/<role>.password` (made on first use, readable by its owner only). Where the given role may not do
 * that, roles that somebody else made are taken as they are; while they are missing, it throws with the SQL to run.
 */
export async function ensureRoles(client: pg.Client, home: string): Promise<RolePasswords> {
  const passwords = Object.fromEntries(
    Object.values(LOGIN_ROLES).map((role) => [role, passwordOf(role, home)]),
  ) as Record<LoginRole, string>;
  for (let tries = 1; ; tries += 1) {
    const there = await rolesThere(client);
    const statements = roleStatements(there, passwords);
    try {
      for (const statement of statements) await client.query(statement);
      return passwords;
    } catch (error) {
      if (!(error instanceof pg.DatabaseError)) throw error;
      if (error.code === INSUFFICIENT_PRIVILEGE) {
        if (Object.keys(ATTRIBUTES).every((role) => isRight(there.get(role), role))) return passwords;
        throw new Error(sqlForTheOperator('The role of DATABASE_URL may not make roles', statements));
      }
      if (!CONCURRENT_CHANGE.has(error.code ?? '') || tries === TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20 * tries));
    }
  }
}

/** The SQL that gives the roles the passwords of this home. */
export const passwordStatements = (passwords: RolePasswords): string[] =>
  Object.values(LOGIN_ROLES).map((role) => `alter role ${role} password '${scramVerifier(passwords[role])}'`);

async function rolesThere(client: pg.Client): Promise<ReadonlyMap<string, RoleFacts>> {
  const { rows } = await client.query<RoleFacts>(
    `select rolname as name, rolcanlogin as "signsIn", rolbypassrls as bypasses,
            rolsuper or rolcreaterole or rolcreatedb as "hasMore",
            exists (select from pg_auth_members m join pg_roles o on o.oid = m.roleid
                     where m.member = r.oid and o.rolname = $1) as "isOwner"
       from pg_roles r where rolname = any ($2)`,
    [OWNER_ROLE, Object.keys(ATTRIBUTES)],
  );
  return new Map(rows.map((row) => [row.name, row]));
}

function isRight(facts: RoleFacts | undefined, role: string): boolean {
  if (facts === undefined || facts.hasMore) return false;
  const migrates = role === LOGIN_ROLES.migrate;
  return facts.signsIn === (role !== OWNER_ROLE) && facts.bypasses === migrates && (facts.isOwner || !migrates);
}

/** Naming an attribute takes the right to set it: where all is well, only the passwords are set. */
function roleStatements(there: ReadonlyMap<string, RoleFacts>, passwords: RolePasswords): string[] {
  const mended = Object.entries(ATTRIBUTES)
    .filter(([role]) => !isRight(there.get(role), role))
    .map(([role, attributes]) => `${there.has(role) ? 'alter' : 'create'} role ${role} ${attributes}`);
  return [
    ...mended,
    ...passwordStatements(passwords),
    ...(mended.length === 0 ? [] : [`grant ${OWNER_ROLE} to ${LOGIN_ROLES.migrate}`]),
  ];
}

function passwordOf(role: string, home: string): string {
  const file = path.join(home, 'secrets', `${role}.password`);
  if (!existsSync(file)) writeOnce(file, randomBytes(24).toString('hex'));
  const password = readFileSync(file, 'utf8').trim();
  if (password === '') throw new Error(`The password file ${file} is empty: delete it and start again.`);
  return password;
}

/** Written aside and linked, so that nobody reads half a file; where another start was first, its file stays. */
function writeOnce(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const aside = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  writeFileSync(aside, text, { mode: 0o600, flag: 'wx' });
  try {
    linkSync(aside, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(aside);
  }
}
