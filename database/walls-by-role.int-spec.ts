import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { seedDatabase } from '#database/seeds/seed';
import { testDatabase, type TestDatabase } from '#testing/database';

interface Person {
  readonly role: string;
  readonly county: string;
  readonly membership: string;
  readonly organisation: string;
  readonly client: string;
}

const CASELOAD = `(select id from client where caseworker_membership_id = $1)`;
const LIVE = `status in ('PLANNED', 'PROBATION', 'ACTIVE', 'PAUSED')`;

/** What a role may see of a table: the ids by plain SQL that shares nothing with the policies. $1 member, $2 organisation, $3 client. */
const EXPECTED: readonly (readonly [role: string, table: string, where: string])[] = [
  ['CASEWORKER', 'client', `caseworker_membership_id = $1`],
  ['CASEWORKER', 'programme_entry', `client_id in ${CASELOAD}`],
  ['CASEWORKER', 'contact', `client_id in ${CASELOAD}`],
  ['CASEWORKER', 'client_certificate', `client_id in ${CASELOAD}`],
  ['CASEWORKER', 'referral', `client_id in ${CASELOAD}`],
  ['CASEWORKER', 'placement', `client_id in ${CASELOAD}`],
  ['CASEWORKER', 'follow_up_milestone', `client_id in ${CASELOAD}`],
  ['CASEWORKER', 'consent_grant', `client_id in ${CASELOAD}`],
  ['CASEWORKER', 'enrolment', `client_id in ${CASELOAD}`],
  ['CASEWORKER', 'pay_finding', `client_id in ${CASELOAD}`],
  ['CASEWORKER', 'payroll_line', `placement_id in (select id from placement where client_id in ${CASELOAD})`],
  ['CASEWORKER', 'position', `true`],
  ['SUPERVISOR', 'client', `true`],
  ['SUPERVISOR', 'referral', `true`],
  ['SUPERVISOR', 'payroll_line', `placement_id is not null`],
  ['CLIENT', 'client', `id = $3`],
  ['CLIENT', 'referral', `client_id = $3`],
  ['CLIENT', 'placement', `client_id = $3`],
  ['CLIENT', 'consent_grant', `client_id = $3`],
  ['CLIENT', 'contact', `client_id = $3`],
  ['CLIENT', 'pay_finding', `client_id = $3`],
  ['CLIENT', 'payroll_line', `placement_id in (select id from placement where client_id = $3)`],
  [
    'ENTERPRISE_HR',
    'client',
    `id in (select client_id from placement where organisation_id = $2 and ${LIVE}
            union select client_id from consent_grant where recipient_organisation_id = $2
                     and status = 'ACTIVE' and field_groups @> '{IDENTITY}' and valid_to >= (now() at time zone 'Asia/Shanghai')::date)`,
  ],
  ['ENTERPRISE_HR', 'referral', `organisation_id = $2 and sent_at is not null`],
  ['ENTERPRISE_HR', 'placement', `organisation_id = $2`],
  ['ENTERPRISE_HR', 'position', `organisation_id = $2`],
  ['ENTERPRISE_HR', 'job_slot', `organisation_id = $2`],
  ['ENTERPRISE_HR', 'cooperation_agreement', `organisation_id = $2`],
  ['ENTERPRISE_HR', 'consent_grant', `recipient_organisation_id = $2`],
  ['ENTERPRISE_HR', 'payroll_upload', `organisation_id = $2`],
  ['ENTERPRISE_HR', 'payroll_line', `organisation_id = $2`],
  ['ENTERPRISE_HR', 'pay_finding', `organisation_id = $2 and notified_at is not null`],
  ['ENTERPRISE_HR', 'contact', `false`],
  ['ENTERPRISE_HR', 'programme_entry', `false`],
  ['ENTERPRISE_HR', 'client_certificate', `false`],
  ['ENTERPRISE_HR', 'follow_up_milestone', `false`],
  ['ENTERPRISE_HR', 'enrolment', `false`],
  ['ENTERPRISE_HR', 'pay_check_result', `false`],
  [
    'TRAINER',
    'client',
    `id in (select e.client_id from enrolment e join course_session s on s.id = e.session_id
             where s.trainer_membership_id = $1 and e.status not in ('DROPPED', 'NO_SHOW'))`,
  ],
  ['TRAINER', 'enrolment', `session_id in (select id from course_session where trainer_membership_id = $1)`],
  ['TRAINER', 'referral', `false`],
  ['TRAINER', 'contact', `false`],
  ['ADMINISTRATOR', 'client', `false`],
  ['ADMINISTRATOR', 'pay_check_result', `false`],
  ['ADMINISTRATOR', 'membership', `role <> 'CLIENT'`],
  ['AUDITOR', 'client', `false`],
  ['FUND_OFFICER', 'placement', `false`],
];

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

  it('hides a client from an enterprise at the instant at which she takes the consent back', async () => {
    const hr = personOf('ENTERPRISE_HR');
    const named = `select client_id as id from consent_grant g where recipient_organisation_id = $1 and status = 'ACTIVE'
       and field_groups @> '{IDENTITY}' and not exists (select from placement p where p.client_id = g.client_id)`;
    const [who] = await idsIn(database.admin, named, [hr.organisation]);
    expect(await as(hr, () => idsIn(client, 'select id from client where id = $1', [who ?? '']))).toEqual([who]);
    await database.admin.query(
      `update consent_grant set status = 'REVOKED', revoked_at = now() where client_id = $1 and status = 'ACTIVE'`,
      [who],
    );
    expect(await as(hr, () => idsIn(client, 'select id from client where id = $1', [who ?? '']))).toEqual([]);
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

/** Two findings on every placement: one told to the enterprise, one not. */
async function plantFindings(admin: pg.Pool): Promise<void> {
  await admin.query(
    `insert into pay_check_run (county_id, id, period, revision, cause, state, rule_version, started_at, finished_at)
     select id, gen_random_uuid(), '2026-01', 1, 'REQUESTED', 'DONE', 1, now(), now() from county;
     insert into pay_check_result (county_id, id, run_id, placement_id, client_id, organisation_id, period, rule_version,
                                   input_hash, rules, rules_status, verdict, created_at)
     select p.county_id, gen_random_uuid(), r.id, p.id, p.client_id, p.organisation_id, r.period, 1,
            sha256(p.id::text::bytea), '[]', 'FAIL', 'VIOLATION', now()
       from placement p join pay_check_run r using (county_id) where p.organisation_id is not null;
     insert into pay_finding (county_id, id, result_id, placement_id, client_id, organisation_id, period, rule_code, status,
                              verdict, severity, finding_class, shortfall_fen, figures, detected_at, notified_at)
     select r.county_id, gen_random_uuid(), r.id, r.placement_id, r.client_id, r.organisation_id, r.period, f.rule, f.status,
            'VIOLATION', 'MAJOR', 'STATUTORY', 1, '{}', now(), f.notified
       from pay_check_result r,
            (values ('MIN_WAGE', 'NOTIFIED', now()), ('CONTRACT_WAGE', 'DETECTED', null)) f (rule, status, notified)`,
  );
}
