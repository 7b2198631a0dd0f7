import type pg from 'pg';
import type { Actor } from '#domain/common/actor';
import { Role } from '#domain/common/role';

/** Somebody of every role of a county, and the county that is its twin row by row. */
export interface PlantedCounty {
  readonly countyId: string;
  readonly twinId: string;
  readonly people: ReadonlyMap<Role, Actor>;
}

/** A value of each type for a column that says nothing about whose row it is. */
const SAMPLES: Readonly<Record<string, (index: number) => string>> = {
  uuid: () => 'gen_random_uuid()',
  text: (index) => `'planted ${index}'`,
  'text[]': () => `'{}'`,
  'uuid[]': () => `'{}'`,
  integer: (index) => String(index + 1),
  bigint: () => '1',
  'double precision': () => '0.5',
  'numeric(4,1)': () => '1',
  boolean: () => 'false',
  date: (index) => `date '2026-01-01' + ${index}`,
  'timestamp with time zone': () => `'2026-01-01T00:00:00Z'`,
  jsonb: () => `'{}'`,
  bytea: () => `decode(repeat('00', 32), 'hex')`,
};

/** What a row has to say, so that it is a live one of its kind. */
const TOLD: Readonly<Record<string, (actor: Actor) => string>> = {
  'case_transfer.status': () => `'REQUESTED'`,
  'complaint.status': () => `'RECEIVED'`,
  'consent_grant.field_groups': ({ role }) =>
    `'${JSON.stringify(GRANTS[role]?.[1] ?? [])
      .replace('[', '{')
      .replace(']', '}')}'`,
  'consent_grant.purpose': ({ role }) => `'${GRANTS[role]?.[0] ?? 'SHARE_PROFILE'}'`,
  'consent_grant.status': () => `'ACTIVE'`,
  'consent_grant.valid_to': () => `'2099-12-31'`,
  'enrolment.status': () => `'CONFIRMED'`,
  'factor_recovery.status': () => `'OPEN'`,
  'file_opening.review': () => `'PENDING'`,
  'placement.status': ({ role }) => (role === 'ENTERPRISE_HR' ? `'ENDED'` : `'ACTIVE'`),
  'referral.status': () => `'INTERVIEW'`,
};

/** Purpose and groups of the consent that is planted for each role outside the office. */
const GRANTS: Readonly<Record<string, readonly [purpose: string, groups: readonly string[]]>> = {
  ENTERPRISE_HR: ['SHARE_IDENTITY', ['IDENTITY', 'CONTACT']],
  MENTOR: ['MENTOR_SHARE', ['IDENTITY', 'CONTACT', 'WORK_NEEDS']],
  TRAINER: ['TRAINER_SHARE', ['CONTACT', 'WORK_NEEDS']],
  BASE_MANAGER: ['TRAINER_SHARE', ['CONTACT', 'WORK_NEEDS']],
};

/** What every county has one of already, or what only a trigger writes. */
const NOT_PLANTED = ['county_key', 'organisation', 'membership', 'client'];

interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly parent: string | null;
}

/**
 * Plants, in a seeded county, a row in every table for every role (about her client, of her organisation, made by her),
 * so that each of them has rows of her own and sees those of all others as foreign; then copies the whole county into
 * a twin with the very same ids. Rules of the tables are dropped: these tests ask who sees a row, not what it says.
 */
export async function plantCounty(admin: pg.Pool): Promise<PlantedCounty> {
  const countyId = (await one<{ id: string }>(admin, 'select id from county')).id;
  const people = await peopleOf(admin, countyId);
  const columns = await columnsOf(admin);
  await dropRules(admin);
  const connection = await admin.connect();
  try {
    await connection.query(`set session_replication_role = 'replica'`);
    for (const [table, own] of byTable(columns)) {
      if (NOT_PLANTED.includes(table)) continue;
      const actors = [...people.values()];
      for (const [index, actor] of actors.entries()) {
        await connection.query(planted(table, own, actor, index));
      }
    }
    await plantAccounts(connection, people);
    await plantShares(connection, people);
    await connection.query(`insert into worker_heartbeat (worker_id, seen_at) values (gen_random_uuid(), now())`);
    const twinId = await plantTwin(connection, countyId, [...byTable(columns).keys()]);
    return { countyId, twinId, people };
  } finally {
    connection.release(true);
  }
}

async function one<T extends object>(admin: pg.Pool, sql: string, parameters: unknown[] = []): Promise<T> {
  const { rows } = await admin.query<T>(sql, parameters);
  if (rows[0] === undefined) throw new Error(`No row: ${sql}`);
  return rows[0];
}

/** One active member of each role; those with the fullest hands. */
async function peopleOf(admin: pg.Pool, countyId: string): Promise<ReadonlyMap<Role, Actor>> {
  const people = new Map<Role, Actor>();
  for (const role of Object.values(Role)) {
    const actor = await one<Actor>(
      admin,
      `select m.county_id as "countyId", m.role, m.account_id as "accountId", m.id as "membershipId",
              m.organisation_id as "organisationId", m.client_id as "clientId"
         from membership m
        where m.county_id = $1 and m.role = $2 and m.status = 'ACTIVE'
        order by (select count(*) from referral r where r.client_id = m.client_id or r.organisation_id = m.organisation_id
                     or r.client_id in (select id from client c where c.caseworker_membership_id = m.id)) desc, m.id limit 1`,
      [countyId, role],
    );
    people.set(role, actor);
  }
  return people;
}

async function columnsOf(admin: pg.Pool): Promise<readonly Column[]> {
  const { rows } = await admin.query<Column>(
    `select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
            (select p.relname from pg_constraint f join pg_class p on p.oid = f.confrelid
              where f.conrelid = c.oid and f.contype = 'f' and a.attnum = any (f.conkey) and a.attname <> 'county_id'
              order by cardinality(f.conkey), p.relname limit 1) as parent
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
        and exists (select from pg_attribute k where k.attrelid = c.oid and k.attname = 'county_id')
      order by c.relname, a.attnum`,
  );
  return rows;
}

function byTable(columns: readonly Column[]): ReadonlyMap<string, readonly Column[]> {
  const tables = new Map<string, Column[]>();
  for (const column of columns) tables.set(column.table, [...(tables.get(column.table) ?? []), column]);
  return tables;
}

function planted(table: string, columns: readonly Column[], actor: Actor, index: number): string {
  const values = columns.map((column) => valueOf(column, actor, index));
  const names = columns.map(({ name }) => `"${name}"`);
  return `insert into "${table}" (${names.join(', ')}) values (${values.join(', ')}) on conflict do nothing`;
}

/** Her client is the client herself, one of the caseworker’s, anybody else’s for the others. */
function valueOf({ table, name, type, parent }: Column, actor: Actor, index: number): string {
  const county = `'${actor.countyId}'::uuid`;
  const her =
    actor.clientId === null
      ? `(select id from client where county_id = ${county} order by caseworker_membership_id = '${actor.membershipId}' desc, id limit 1)`
      : `'${actor.clientId}'::uuid`;
  if (name === 'county_id') return county;
  if (name === 'id') return idOf(table, index);
  const told = TOLD[`${table}.${name}`];
  if (told !== undefined) return told(actor);
  if (name.endsWith('account_id')) return `'${actor.accountId}'::uuid`;
  if (name === 'actor_role') return `'${actor.role}'`;
  if (name.endsWith('membership_id')) return `'${actor.membershipId}'::uuid`;
  if (name.endsWith('organisation_id')) return `'${actor.organisationId}'::uuid`;
  if (parent === 'client') return her;
  if (parent !== null && !NOT_PLANTED.includes(parent)) return idOf(parent, index);
  const sample = SAMPLES[type];
  if (sample === undefined) throw new Error(`This test knows no value of the type ${type} (${table}.${name}).`);
  return sample(index);
}

const idOf = (table: string, index: number): string => `md5('${table} ${index}')::uuid`;

/** Accounts whose client belongs to each side of a caseload. */
async function plantAccounts(connection: pg.PoolClient, people: ReadonlyMap<Role, Actor>): Promise<void> {
  const caseworker = people.get(Role.CASEWORKER);
  if (caseworker === undefined) throw new Error('The county has no caseworker.');
  await connection.query(
    `insert into membership (county_id, id, account_id, organisation_id, role, client_id, display_name, status)
     select c.county_id, gen_random_uuid(), gen_random_uuid(), $2, 'CLIENT', c.id, 'planted', 'ENDED'
       from (select distinct on (caseworker_membership_id = $1) * from client
              order by caseworker_membership_id = $1, id desc) c`,
    [caseworker.membershipId, caseworker.organisationId],
  );
}

/** An enterprise to which somebody shares card and needs, and a county whose one supervisor may be complained about. */
async function plantShares(connection: pg.PoolClient, people: ReadonlyMap<Role, Actor>): Promise<void> {
  const hr = people.get(Role.ENTERPRISE_HR);
  const supervisor = people.get(Role.SUPERVISOR);
  await connection.query(
    `insert into consent_grant select (jsonb_populate_record(g, jsonb_build_object('id', gen_random_uuid(),
            'purpose', 'SHARE_PROFILE', 'field_groups', array['PROFILE', 'WORK_NEEDS']))).*
       from consent_grant g where g.id = $1`,
    [
      (
        await connection.query<{ id: string }>(
          `select ${idOf('consent_grant', [...people.keys()].indexOf(Role.ENTERPRISE_HR))} as id`,
        )
      ).rows[0]?.id,
    ],
  );
  await connection.query(
    `update programme_entry e set mentor_membership_id = $1 from consent_grant g
      where g.county_id = e.county_id and g.client_id = e.client_id and g.purpose = 'MENTOR_SHARE'`,
    [people.get(Role.MENTOR)?.membershipId],
  );
  await connection.query(`update membership set status = 'ENDED' where role = 'SUPERVISOR' and id <> $1`, [
    supervisor?.membershipId,
  ]);
  if (hr === undefined) throw new Error('The county has no enterprise.');
}

/** Copies a whole county, row by row with the very same ids, into another one; rules must not be in its way. */
export async function plantTwin(
  connection: pg.PoolClient,
  countyId: string,
  tables: readonly string[],
): Promise<string> {
  const { rows } = await connection.query<{ id: string }>(
    `insert into county (id, code, name, product_name) values (gen_random_uuid(), '429999', '另一县', '同工') returning id`,
  );
  const twinId = rows[0]?.id ?? '';
  for (const table of tables) {
    await connection.query(
      `insert into "${table}" select (jsonb_populate_record(t, jsonb_build_object('county_id', $2::text))).* from "${table}" t where county_id = $1`,
      [countyId, twinId],
    );
  }
  return twinId;
}

/** The tables whose rows belong to a county. */
export const tablesOfCounty = async (admin: pg.Pool): Promise<string[]> => [...byTable(await columnsOf(admin)).keys()];

async function dropRules(admin: pg.Pool): Promise<void> {
  await admin.query('drop index case_transfer_one_open_idx');
  await admin.query(
    `do $$
     declare
       rule record;
     begin
       for rule in select conrelid::regclass as place, conname from pg_constraint
                    where connamespace = 'public'::regnamespace and contype in ('f', 'c', 'x') loop
         execute format('alter table %s drop constraint %I', rule.place, rule.conname);
       end loop;
       for rule in select tgrelid::regclass as place, tgname as conname from pg_trigger
                    where not tgisinternal and tgfoid <> 'app.refuse_kept_column'::regproc loop -- who changes a column is part of the wall
         execute format('drop trigger %I on %s', rule.conname, rule.place);
       end loop;
     end $$`,
  );
}
