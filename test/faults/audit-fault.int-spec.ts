import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Actor } from '#domain/common/actor';
import { Audit } from '#platform/audit/audit';
import { Transactions } from '#platform/database/transactions';
import { seedDatabase } from '#database/seeds/seed';
import { testApi, type Answer, type TestApi, type TestCaller } from '#testing/api';
import { testDatabase, type TestDatabase } from '#testing/database';

const PASSWORD = 'audit-fault-2026';
const ROUNDS = 50;

const INVITE = `mutation ($input: MemberInput!, $key: UUID!) {
  inviteMember(input: $input, idempotencyKey: $key) { member { id } userErrors { code } }
}`;

/** How the audit trail may fail: when the entry is written, or when its link is made at the commit. */
const FAULTS: readonly (readonly [name: string, table: string])[] = [
  ['no entry can be written', 'audit_entry'],
  ['no link can be made at the commit', 'audit_link'],
];

describe('an act whose audit entry fails', () => {
  const home = mkdtempSync(path.join(os.tmpdir(), 'tonggong-home-'));
  let database: TestDatabase;
  let api: TestApi;
  let administrator: TestCaller;
  let supervisor: TestCaller;
  let organisationId: string;

  beforeAll(async () => {
    database = await testDatabase();
    const masterKey = randomBytes(32);
    await mkdir(path.join(home, 'secrets'), { recursive: true });
    await writeFile(path.join(home, 'secrets/master.key'), masterKey);
    await seedDatabase({ migrateUrl: database.urls.migrateUrl, masterKey, scale: 'county', demoPassword: PASSWORD });
    api = await testApi({
      TONGGONG_HOME: home,
      DATABASE_APP_URL: database.urls.appUrl,
      LOG_LEVEL: 'silent', // a hundred faults are meant
    });
    administrator = await api.signedIn('administrator', PASSWORD);
    supervisor = await api.signedIn('supervisor', PASSWORD);
    organisationId = await text(`select id as value from organisation where kind = 'EMPLOYMENT_OFFICE' limit 1`);
  });

  afterAll(async () => {
    await api.close();
    await database.close();
    rmSync(home, { recursive: true, force: true });
  });

  async function text(sql: string): Promise<string> {
    const { rows } = await database.admin.query<{ value: string }>(sql);
    return rows[0]?.value ?? '';
  }

  /** Number of rows of every table that the act would touch. */
  const rowsNow = (): Promise<string> =>
    text(`select concat_ws(' ', (select count(*) from user_account), (select count(*) from membership),
      (select count(*) from command_receipt), (select count(*) from outbox_event), (select count(*) from audit_entry),
      (select count(*) from audit_link), (select max(sequence) from audit_head)) as value`);

  const invite = (login: string, key: string): Promise<Answer> =>
    administrator.ask(INVITE, { input: { login, displayName: '新同事', role: 'MENTOR', organisationId }, key });

  it.each(FAULTS)(
    'fails as a whole and leaves nothing when %s, 50 times',
    async (_, table) => {
      const calls = Array.from({ length: ROUNDS }, (_unused, round) => ({
        login: `new-${table.replace('_', '-')}-${round}`,
        key: randomUUID(),
      }));
      const before = await rowsNow();
      await database.admin.query(`alter table ${table} add constraint broken check (false) not valid`);
      const answers = await Promise.all(calls.map(({ login, key }) => invite(login, key)));
      await database.admin.query(`alter table ${table} drop constraint broken`);
      expect(answers.map(({ data, errors }) => [data?.['inviteMember'] ?? null, errors[0]?.extensions.code])).toEqual(
        calls.map(() => [null, 'INTERNAL']),
      );
      expect(await rowsNow()).toBe(before);
      const [first] = calls;
      const mended = await invite(first?.login ?? '', first?.key ?? '');
      expect(mended.data).toMatchObject({
        inviteMember: { userErrors: [], member: { id: expect.any(String) as string } },
      });
    },
    60_000,
  );

  it('would stand where the entry is written afterwards, the control: ten acts, and no word of them', async () => {
    const [actor] = (
      await database.admin.query<Actor>(
        `select m.county_id as "countyId", m.role, m.account_id as "accountId", m.id as "membershipId",
                m.organisation_id as "organisationId", null as "clientId"
           from membership m join user_account a on a.id = m.account_id where a.login = 'caseworker'`,
      )
    ).rows as [Actor];
    const transactions = api.app.get(Transactions);
    const entries = () => text('select count(*) as value from audit_entry');
    const changes = () => text('select sum(version) as value from client');
    const before = [await entries(), Number(await changes())];
    await database.admin.query('alter table audit_entry add constraint broken check (false) not valid');
    const failed: unknown[] = [];
    for (let n = 0; n < 10; n += 1) {
      await transactions.run(actor, (tx) =>
        tx.query(`update client set version = version + 1 where id = (select min(id::text)::uuid from client)`),
      );
      await transactions
        .run(actor, (tx) =>
          api.app.get(Audit).record(tx, { action: 'client.updated', subjectType: 'client', subjectId: null }),
        )
        .catch((error: unknown) => failed.push(error));
    }
    await database.admin.query('alter table audit_entry drop constraint broken');
    expect(failed).toHaveLength(10);
    expect([await entries(), Number(await changes()) - 10]).toEqual(before);
  });

  it('denies also when the denial cannot be written down', async () => {
    await database.admin.query('alter table audit_entry add constraint broken check (false) not valid');
    const answer = await supervisor.ask('{ members { totalCount } }');
    await database.admin.query('alter table audit_entry drop constraint broken');
    expect([answer.data, answer.errors[0]?.extensions.code]).toEqual([null, 'INTERNAL']);
    const denied = await supervisor.ask('{ members { totalCount } }');
    expect(denied.errors[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
