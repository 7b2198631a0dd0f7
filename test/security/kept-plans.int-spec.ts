import type { Actor } from '#domain/common/actor';
import { createDataSource } from '#database/data-source';
import { SystemClock } from '#platform/clock/clock';
import { keepPlan } from '#platform/database/kept-plan';
import { Transactions } from '#platform/database/transactions';
import { testDatabase, type TestDatabase } from '#testing/database';
import type { DataSource } from 'typeorm';

/** More often than the five times that PostgreSQL plans a prepared statement for its values. */
const TURNS = 12;
const LIST = keepPlan('select c.id from client c order by c.id');

describe('a plan that a connection keeps', () => {
  let database: TestDatabase;
  let one: DataSource;
  let transactions: Transactions;
  const people: { readonly actor: Actor; readonly own: readonly string[] }[] = [];

  beforeAll(async () => {
    database = await testDatabase();
    for (const county of ['421222', '421223']) people.push(...(await plant(county)));
    one = await createDataSource(database.urls.appUrl, { poolMax: 1 }).initialize();
    transactions = new Transactions(one, new SystemClock());
  }, 120_000);

  afterAll(async () => {
    await one.destroy();
    await database.close();
  });

  /** Two caseworkers with three clients each, their supervisor, and a client who is none of them. */
  async function plant(code: string): Promise<{ actor: Actor; own: string[] }[]> {
    const { rows } = await database.admin.query<{ county: string; office: string }>(
      `with c as (insert into county (id, code, name, product_name) values (gen_random_uuid(), $1, '县', '同工') returning id)
       insert into organisation (county_id, id, name, kind) select id, gen_random_uuid(), '就业局', 'EMPLOYMENT_OFFICE' from c
       returning county_id as county, id as office`,
      [code],
    );
    const { county, office } = rows[0] ?? { county: '', office: '' };
    const caseworkers = await Promise.all([1, 2].map(() => caseworker(county, office)));
    const supervisor = { ...actorOf(county, office), role: 'SUPERVISOR' as const };
    return [
      ...caseworkers,
      { actor: supervisor, own: caseworkers.flatMap(({ own }) => own) },
      { actor: { ...actorOf(county, office), role: 'CLIENT' }, own: [] },
    ];
  }

  const actorOf = (countyId: string, organisationId: string): Omit<Actor, 'role'> => ({
    countyId,
    organisationId,
    accountId: crypto.randomUUID(),
    membershipId: crypto.randomUUID(),
    clientId: null,
  });

  async function caseworker(county: string, office: string): Promise<{ actor: Actor; own: string[] }> {
    const actor: Actor = { ...actorOf(county, office), role: 'CASEWORKER' };
    const client = await database.admin.connect();
    await client.query(`set session_replication_role = 'replica'`); // no account stands behind this member
    await client.query(
      `insert into membership (county_id, id, account_id, organisation_id, role, display_name, status)
       values ($1, $2, $3, $4, 'CASEWORKER', '专员', 'ACTIVE')`,
      [county, actor.membershipId, actor.accountId, office],
    );
    const { rows } = await client.query<{ id: string }>(
      `insert into client (county_id, id, file_number, name_enc, name_bidx, township, education_code, weekly_hours_available, travel_limit_minutes, caseworker_membership_id)
       select $1, gen_random_uuid(), left($2, 8) || n, '\\x00', decode(md5($2 || n), 'hex'), '隽水镇', '10', 40, 60, $2::uuid
         from generate_series(1, 3) n returning id`,
      [county, actor.membershipId],
    );
    client.release(true);
    return { actor, own: rows.map(({ id }) => id) };
  }

  const listOf = (actor: Actor, statement: string): Promise<string[]> =>
    transactions.run(actor, async (tx) => (await tx.query<{ id: string }>(statement)).map(({ id }) => id));

  it('shows each actor her own rows, whoever had the connection before and however old the plan is', async () => {
    for (let turn = 0; turn < TURNS; turn += 1) {
      for (const { actor, own } of people) {
        expect({ turn, role: actor.role, seen: await listOf(actor, LIST) }).toEqual({
          turn,
          role: actor.role,
          seen: [...own].sort(),
        });
      }
    }
    const [kept] = await one.query<{ generic: number; custom: number }[]>(
      'select generic_plans::int as generic, custom_plans::int as custom from pg_prepared_statements where statement = $1',
      [LIST],
    );
    expect((kept?.generic ?? 0) + (kept?.custom ?? 0)).toBe(TURNS * people.length); // the control: one plan served them all
    expect(kept?.generic).toBeGreaterThan(TURNS);
  });

  it('shows nothing where nobody acts on the connection that keeps it', async () => {
    expect(await one.query(LIST)).toEqual([]);
  });

  it('is made anew when a policy changes under it', async () => {
    const [first] = people;
    if (first === undefined) throw new Error('Nobody was planted.');
    await database.admin.query(
      `create policy client_shut on client as restrictive for select to tonggong_app using (false)`,
    );
    expect(await listOf(first.actor, LIST)).toEqual([]);
    await database.admin.query('drop policy client_shut on client');
    expect(await listOf(first.actor, LIST)).toEqual([...first.own].sort());
  });
});
