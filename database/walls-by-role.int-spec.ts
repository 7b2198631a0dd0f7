import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { seedDatabase } from '#database/seeds/seed';
import { testDatabase, type TestDatabase } from '#testing/database';
import { EXPECTED, plantConsents, plantFindings, SHARED } from './support/walls-expected';

interface Person {
  readonly role: string;
  readonly county: string;
  readonly membership: string;
  readonly organisation: string;
  readonly client: string;
}

describe('what each role sees in the database, with no policy layer in between', () => {
  let database: TestDatabase;
  let client: pg.Client;
  let people: Readonly<Record<string, Person>>;

  beforeAll(async () => {
    database = await testDatabase();
    await seedDatabase({
      migrateUrl: database.urls.migrateUrl,
      masterKey: randomBytes(32),
      scale: 'county',
      demoPassword: null,
    });
    await plantFindings(database.admin);
    await plantConsents(database.admin);
    people = await peopleOf(database.admin);
    client = new pg.Client({ connectionString: database.urls.appUrl });
    await client.connect();
  });

  afterAll(async () => {
    await client.end();
    await database.close();
  });

  const personOf = (role: string): Person => {
    const person = people[role] ?? people['SUPERVISOR'];
    if (person === undefined) throw new Error('The seed has no supervisor.');
    return { ...person, role };
  };

  async function as<T>(person: Person, work: () => Promise<T>): Promise<T> {
    await client.query('begin');
    for (const [name, value] of Object.entries(person)) {
      await client.query('select set_config($1, $2, true)', [`app.${name}`, value]);
    }
    try {
      return await work();
    } finally {
      await client.query('rollback');
    }
  }

  const idsIn = async (source: pg.Client | pg.Pool, sql: string, parameters: string[] = []): Promise<string[]> =>
    (await source.query<{ id: string }>(sql, parameters)).rows.map(({ id }) => id).sort();

  it.each(EXPECTED)('shows the role %s of the table %s what it is meant to see', async (role, table, where) => {
    const person = personOf(role);
    const seen = await as(person, () => idsIn(client, `select id from "${table}"`));
    const expected = await idsIn(
      database.admin,
      `select id from "${table}" where ($1::uuid, $2::uuid, $3::uuid) is not null and (${where})`,
      [person.membership, person.organisation, person.client],
    );
    expect(seen).toEqual(expected);
    if (where !== 'false') expect(expected.length).toBeGreaterThan(0);
  });

  it.each(SHARED)('shows the role %s of the view %s what is open to it', async (role, view, column, sql) => {
    const person = personOf(role);
    const seen = await as(person, () => idsIn(client, `select "${column}" as id from "${view}"`));
    const expected = await idsIn(
      database.admin,
      `select distinct id from (${sql}) open where ($1::uuid, $2::uuid, $3::uuid) is not null`,
      [person.membership, person.organisation, person.client],
    );
    expect(seen).toEqual(expected);
    if (!sql.includes('where false')) expect(expected.length).toBeGreaterThan(0);
  });

  it('gives a trainer the name of a person in her course, and no phone number', async () => {
    const phones = await as(personOf('TRAINER'), () =>
      client.query(`select count(*)::int as names, count(phone_enc)::int as phones from shared_identity`),
    );
    expect(phones.rows).toEqual([{ names: expect.any(Number) as number, phones: 0 }]);
  });

  it('hides a client from an enterprise at the instant at which she takes the consent back', async () => {
    const hr = personOf('ENTERPRISE_HR');
    const named = `select client_id as id from consent_grant g where recipient_organisation_id = $1 and status = 'ACTIVE'
       and field_groups @> '{IDENTITY}' and not exists (select from placement p where p.client_id = g.client_id)
       and exists (select from referral r where r.client_id = g.client_id and r.status = 'INTERVIEW'
                      and r.organisation_id = g.recipient_organisation_id)`;
    const seenAs = (id: string) =>
      as(hr, () => idsIn(client, 'select client_id as id from shared_identity where client_id = $1', [id]));
    const [who] = await idsIn(database.admin, named, [hr.organisation]);
    expect(await seenAs(who ?? '')).toEqual([who]);
    await database.admin.query(
      `update consent_grant set status = 'REVOKED', revoked_at = now() where client_id = $1 and status = 'ACTIVE'`,
      [who],
    );
    expect(await seenAs(who ?? '')).toEqual([]);
  });

  it('lets nobody write who looks after a client but the programme entry, which moves her file', async () => {
    const supervisor = personOf('SUPERVISOR');
    const first = personOf('CASEWORKER');
    const [second] = await idsIn(
      database.admin,
      `select id from membership where role = 'CASEWORKER' and id <> $1 order by id limit 1`,
      [first.membership],
    );
    const caseload = (membership: string): Promise<string[]> =>
      idsIn(client, 'select id from client where caseworker_membership_id = $1', [membership]);
    await as(supervisor, async () => {
      const [moved] = await caseload(first.membership);
      await client.query('update programme_entry set caseworker_membership_id = $1 where client_id = $2', [
        second,
        moved,
      ]);
      expect(await caseload(second ?? '')).toContain(moved);
    });
    const direct = `update client set caseworker_membership_id = '${second ?? ''}'`;
    await expect(as(supervisor, () => client.query(direct))).rejects.toThrow(/permission denied/);
  });

  it.each([
    ['an audit entry changed', `update audit_entry set action = 'x'`],
    ['an audit entry deleted', `delete from audit_entry`],
    ['the input of announced work changed', `update outbox_event set data = '{}'`],
    ['a disclosure moved to another reader', `update disclosure set reader_membership_id = client_id`],
    ['a minimum wage changed', `update minimum_wage set monthly_fen = 0`],
    ['a county renamed', `update county set name = 'x'`],
    ['a client deleted', `delete from client`],
    ['a counter of the pledge changed', `update cooperation_agreement set allotted_slots = 0`],
  ])('does not let even a job of the county have %s', async (_, sql) => {
    const job = { ...personOf('SUPERVISOR'), role: 'SYSTEM:test' };
    await expect(as(job, () => client.query(sql))).rejects.toThrow(/permission denied/);
  });

  const announcedFor = (membership: string | null): Promise<string | null> =>
    client
      .query<{ announced_by: string | null }>(
        `insert into outbox_event (county_id, id, job, subject_id, actor_membership_id, data, due_at, created_at)
         values (app.county(), gen_random_uuid(), 'test', gen_random_uuid(), $1, '{}', now(), now())
         returning actor_membership_id as announced_by`,
        [membership],
      )
      .then(({ rows: [row] }) => row?.announced_by ?? null);

  it.each(['CLIENT', 'CASEWORKER', 'SUPERVISOR', 'ADMINISTRATOR', 'ENTERPRISE_HR', 'TRAINER', 'BASE_MANAGER'])(
    'lets the role %s announce work in her own name or in nobody’s, and in no other',
    async (role) => {
      const person = personOf(role);
      const another = personOf(role === 'SUPERVISOR' ? 'CASEWORKER' : 'SUPERVISOR').membership;
      expect(await as(person, () => announcedFor(person.membership))).toBe(person.membership);
      expect(await as(person, () => announcedFor(null))).toBeNull();
      await expect(as(person, () => announcedFor(another))).rejects.toThrow(/row-level security/);
    },
  );

  it('lets a job go on saying who had asked', async () => {
    const asked = personOf('CASEWORKER').membership;
    expect(await as({ ...personOf('SUPERVISOR'), role: 'SYSTEM:test' }, () => announcedFor(asked))).toBe(asked);
  });

  it('shows the relay the open rows of the outbox of all counties and no other table', async () => {
    const relay = new pg.Client({ connectionString: database.urls.relayUrl });
    await relay.connect();
    try {
      await database.admin.query(
        `insert into outbox_event (county_id, id, job, subject_id, data, due_at, done_at, created_at)
         select id, gen_random_uuid(), 'test', id, '{}', now(), done, now()
           from county, (values (null::timestamptz), (now())) state (done)`,
      );
      const open = await idsIn(database.admin, 'select id from outbox_event where done_at is null');
      expect(await idsIn(relay, 'select id from outbox_event')).toEqual(open);
      for (const table of ['client', 'county', 'membership', 'user_account', 'audit_entry']) {
        await expect(relay.query(`select 1 from "${table}"`)).rejects.toThrow(/permission denied/);
      }
      await expect(relay.query(`update outbox_event set done_at = now()`)).rejects.toThrow(/permission denied/);
    } finally {
      await relay.end();
    }
  });
});

/** One of each role, the one who has most to see, and a client who is at work. */
async function peopleOf(admin: pg.Pool): Promise<Readonly<Record<string, Person>>> {
  const { rows } = await admin.query<Person>(
    `with weight as (
       select m.id, (select count(*) from client c join placement p on p.client_id = c.id
                      where c.caseworker_membership_id = m.id)
                  + (select count(*) from consent_grant g where g.recipient_organisation_id = m.organisation_id
                        and g.status = 'ACTIVE' and g.field_groups @> '{IDENTITY}')
                  + (select count(*) from course_session s where s.trainer_membership_id = m.id) as rows
         from membership m
     )
     (select distinct on (m.role) m.role, m.county_id as county, m.id as membership, m.organisation_id as organisation,
             m.county_id as client
        from membership m join weight using (id) where m.role <> 'CLIENT'
       order by m.role, weight.rows desc, m.id)
     union all
     (select 'CLIENT', p.county_id, p.county_id, p.county_id, p.client_id
        from placement p join payroll_line l on l.placement_id = p.id join contact c on c.client_id = p.client_id
       order by p.client_id limit 1)`,
  );
  return Object.fromEntries(rows.map((person) => [person.role, person]));
}
