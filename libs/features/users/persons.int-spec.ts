import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { seedDatabase } from '#database/seeds/seed';
import { testApi, type TestApi, type TestCaller } from '#testing/api';
import { testDatabase, type TestDatabase } from '#testing/database';

const PASSWORD = 'persons-spec-2026';
const SAME = `mutation ($id: ID!, $otherId: ID!, $key: UUID!) {
  noteSamePerson(id: $id, otherId: $otherId, idempotencyKey: $key) { userErrors { code } } }`;
const END = `mutation ($id: ID!, $key: UUID!) {
  endMembership(id: $id, idempotencyKey: $key) { userErrors { code } } }`;

describe('the persons behind accounts', () => {
  const home = mkdtempSync(path.join(os.tmpdir(), 'tonggong-home-'));
  let database: TestDatabase;
  let api: TestApi;
  let administrator: TestCaller;

  beforeAll(async () => {
    database = await testDatabase();
    const masterKey = randomBytes(32);
    await mkdir(path.join(home, 'secrets'), { recursive: true });
    await writeFile(path.join(home, 'secrets/master.key'), masterKey);
    await seedDatabase({ migrateUrl: database.urls.migrateUrl, masterKey, scale: 'county', demoPassword: PASSWORD });
    api = await testApi({ TONGGONG_HOME: home, DATABASE_APP_URL: database.urls.appUrl });
    administrator = await api.signedIn('administrator', PASSWORD);
  }, 180_000);

  afterAll(async () => {
    await api.close();
    await database.close();
    rmSync(home, { recursive: true, force: true });
  });

  const rows = async <T extends object>(sql: string, parameters: unknown[] = []): Promise<T[]> =>
    (await database.admin.query<T>(sql, parameters)).rows;

  const memberOf = async (login: string): Promise<string> =>
    (
      await rows<{ id: string }>(
        'select m.id from membership m join user_account a on a.id = m.account_id where a.login = $1',
        [login],
      )
    )[0]?.id ?? '';

  const persons = async (...logins: string[]): Promise<number> =>
    (
      await rows<{ n: number }>(
        'select count(distinct coalesce(person_id, id))::int as n from user_account where login = any($1)',
        [logins],
      )
    )[0]?.n ?? -1;

  async function codeOf(text: string, variables: object): Promise<string> {
    const { data, errors } = await administrator.ask(text, { ...variables, key: randomUUID() });
    const payload = Object.values(data ?? {})[0] as { userErrors: { code: string }[] } | null | undefined;
    return errors[0]?.extensions.code ?? payload?.userErrors.map(({ code }) => code).join() ?? '';
  }

  const same = async (one: string, other: string): Promise<string> =>
    codeOf(SAME, { id: await memberOf(one), otherId: await memberOf(other) });

  it('are two until the administrator notes that they are one, and then one with all their accounts', async () => {
    expect(await persons('supervisor', 'supervisor2', 'fund')).toBe(3);
    expect(await same('supervisor', 'supervisor')).toBe('SAME_ACCOUNT');
    expect(await codeOf(SAME, { id: await memberOf('supervisor'), otherId: randomUUID() })).toBe('NOT_FOUND');
    expect(await same('supervisor', 'client')).toBe('NOT_FOUND');
    expect(await persons('supervisor', 'supervisor2', 'fund')).toBe(3);
    expect(await same('supervisor', 'supervisor2')).toBe('');
    expect(await same('fund', 'supervisor2')).toBe('');
    expect(await persons('supervisor', 'supervisor2', 'fund')).toBe(1);
    expect(await persons('supervisor', 'finance')).toBe(2);
    const audited = await rows('select fields from audit_entry where action = $1', ['member.same_person']);
    expect(audited).toEqual([{ fields: ['personId'] }, { fields: ['personId'] }]);
  });

  it('do not leave while they look after clients: the administrator hears how many, and nothing has ended', async () => {
    const id = await memberOf('caseworker');
    expect(await codeOf(END, { id })).toBe('HAS_CLIENTS');
    expect(await rows('select status from membership where id = $1', [id])).toEqual([{ status: 'ACTIVE' }]);
    await rows(
      `update programme_entry set status = 'CLOSED', closed_on = current_date, close_reason = 'x' where caseworker_membership_id = $1`,
      [id],
    );
    expect(await codeOf(END, { id })).toBe('');
    expect(await rows('select status from membership where id = $1', [id])).toEqual([{ status: 'ENDED' }]);
  });
});
