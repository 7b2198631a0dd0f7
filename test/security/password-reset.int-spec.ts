import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { seedDatabase } from '#database/seeds/seed';
import { AccountLinks } from '#platform/auth/account-links';
import { Passwords } from '#platform/auth/passwords';
import { testApi, type TestApi, type TestCaller } from '#testing/api';
import { testDatabase, type TestDatabase } from '#testing/database';

const PASSWORD = 'password-reset-2026';
const NEXT = 'three-green-bowls';
const ASK = 'mutation ($login: String!) { requestPasswordReset(login: $login) { taken userErrors { code } } }';
const CHOOSE = `mutation ($token: String!, $next: String!) {
  choosePasswordByLink(token: $token, newPassword: $next) { taken userErrors { code } } }`;
const SIGN_IN = `mutation ($login: String!, $password: String!) {
  signIn(login: $login, password: $password) { viewer { role } userErrors { code } } }`;

describe('a forgotten password', () => {
  const home = mkdtempSync(path.join(os.tmpdir(), 'tonggong-home-'));
  let database: TestDatabase;
  let api: TestApi;

  beforeAll(async () => {
    database = await testDatabase();
    const masterKey = randomBytes(32);
    await mkdir(path.join(home, 'secrets'), { recursive: true });
    await writeFile(path.join(home, 'secrets/master.key'), masterKey);
    await seedDatabase({ migrateUrl: database.urls.migrateUrl, masterKey, scale: 'county', demoPassword: PASSWORD });
    api = await testApi({ TONGGONG_HOME: home, DATABASE_APP_URL: database.urls.appUrl });
  });

  afterAll(async () => {
    await api.close();
    await database.close();
    rmSync(home, { recursive: true, force: true });
  });

  const rows = async <T extends object>(sql: string, parameters: unknown[] = []): Promise<T[]> =>
    (await database.admin.query<T>(sql, parameters)).rows;
  const answer = async (call: string, variables: object, caller: TestCaller = api.stranger()): Promise<unknown> => {
    const { data, errors } = await caller.ask(call, { ...variables, key: randomUUID() });
    expect(errors).toEqual([]);
    return Object.values(data ?? {})[0];
  };
  const codeOf = async (call: string, variables: object): Promise<string> =>
    ((await answer(call, variables)) as { userErrors: { code: string }[] }).userErrors[0]?.code ?? 'DONE';
  const linkOf = async (login: string): Promise<string | null> => {
    const [link] = await rows<{ id: string }>(
      'select l.id from account_link l join user_account a on a.id = l.account_id where a.login = $1 and l.used_at is null',
      [login],
    );
    return link?.id ?? null;
  };
  const tokenFor = async (login: string): Promise<string> => {
    await codeOf(ASK, { login });
    return api.app.get(AccountLinks).tokenOf((await linkOf(login)) ?? '');
  };

  it.each([
    ['somebody at work', 'trainer', true],
    ['a login that nobody has', 'nobody-has-this', false],
    ['a client, who gets a new code from her caseworker', 'client', false],
  ])('is answered alike, with the work of one check, for %s', async (_, login, hasLink) => {
    const fits = jest.spyOn(api.app.get(Passwords), 'fits');
    expect(await answer(ASK, { login })).toEqual({ taken: true, userErrors: [] });
    expect(fits.mock.calls.map(([hash]) => hash)).toEqual([null]);
    fits.mockRestore();
    expect((await linkOf(login)) !== null).toBe(hasLink);
  });

  it.each([
    ['is disabled', `update user_account set status = 'DISABLED' where login = 'base'`, 'base'],
    [
      'has not chosen a password yet',
      `update user_account set password_expires_at = now() + interval '1 hour' where login = 'mentor'`,
      'mentor',
    ],
    [
      'has no address',
      `update membership set work_email = null where account_id = (select id from user_account where login = 'fund')`,
      'fund',
    ],
  ])('sends nothing where the account %s', async (_, sql, login) => {
    await rows(sql);
    expect(await answer(ASK, { login })).toEqual({ taken: true, userErrors: [] });
    expect(await linkOf(login)).toBeNull();
  });

  it('is replaced by the link: once, and with it all sign-ins end and the owner is told', async () => {
    const before = await api.signedIn('finance', PASSWORD);
    const token = await tokenFor('finance');
    expect(await codeOf(CHOOSE, { token, next: 'short' })).toBe('PASSWORD_TOO_SHORT');
    expect(await codeOf(CHOOSE, { token, next: 'finance-2026-ok' })).toBe('PASSWORD_TOO_SIMPLE');
    expect((await before.ask('{ ownAccount { id } }')).errors).toEqual([]);
    const answers = await Promise.all([0, 1, 2, 3].map(() => codeOf(CHOOSE, { token, next: NEXT })));
    expect(answers.sort()).toEqual(['DONE', 'LINK_SPENT', 'LINK_SPENT', 'LINK_SPENT']);
    expect((await before.ask('{ ownAccount { id } }')).errors[0]?.extensions.code).toBe('NOT_AUTHENTICATED');
    expect(await codeOf(SIGN_IN, { login: 'finance', password: PASSWORD })).toBe('SIGN_IN_FAILED');
    expect(await codeOf(SIGN_IN, { login: 'finance', password: NEXT })).toBe('DONE');
    const told = await rows<{ data: object }>(
      `select o.data from outbox_event o join user_account a on a.id = o.subject_id where o.job = 'account.notice' and a.login = 'finance'`,
    );
    expect(told).toEqual([{ data: { kind: 'PASSWORD_RESET' } }]);
  });

  it('leaves the second step as it is', async () => {
    await rows(
      `insert into second_factor (account_id, secret_enc, confirmed_at) select id, '\\x00', now() from user_account where login = 'supervisor2'`,
    );
    const token = await tokenFor('supervisor2');
    expect(await codeOf(CHOOSE, { token, next: NEXT })).toBe('DONE');
    expect(await codeOf(SIGN_IN, { login: 'supervisor2', password: NEXT })).toBe('SECOND_FACTOR_REQUIRED');
  });

  it('has one link at a time: the new one ends the old', async () => {
    const first = await tokenFor('hr');
    const second = await tokenFor('hr');
    expect(await codeOf(CHOOSE, { token: first, next: NEXT })).toBe('LINK_SPENT');
    expect(await codeOf(CHOOSE, { token: second, next: NEXT })).toBe('DONE');
  });

  it.each([
    ['30 minutes', 'LINK_SPENT'],
    ['29 minutes 30 seconds', 'DONE'],
  ])('takes a link that is %s old: %s', async (age, expected) => {
    const token = await tokenFor('hr2');
    await rows('update account_link set expires_at = expires_at - $1::interval where used_at is null', [age]);
    expect(await codeOf(CHOOSE, { token, next: NEXT })).toBe(expected);
  });

  it('is slowed down per account and network: of twenty at once few are looked at, and one link is there', async () => {
    const codes = await Promise.all(Array.from({ length: 20 }, () => codeOf(ASK, { login: 'administrator' })));
    expect(codes.filter((code) => code === 'SIGN_IN_DELAYED').length).toBeGreaterThanOrEqual(10);
    const links = await rows(
      `select 1 from account_link l join user_account a on a.id = l.account_id where a.login = 'administrator'`,
    );
    expect(links).toHaveLength(1);
  });

  it('has its token nowhere: not in the database, not in what waits to be mailed', async () => {
    const token = await tokenFor('auditor');
    for (const table of ['account_link', 'outbox_event', 'audit_entry', 'user_account']) {
      const found = await rows(`select 1 from ${table} t where t::text like '%' || $1 || '%'`, [token]);
      expect([table, found]).toEqual([table, []]);
    }
    const acts = await rows<{ action: string }>(
      `select distinct action from audit_entry where action like 'account.%' order by 1`,
    );
    expect(acts.map(({ action }) => action)).toEqual(['account.password-reset', 'account.reset-requested']);
  });

  it('cannot be reached for by the application’s own role but through its functions', async () => {
    await expect(database.app.query('select 1 from account_link')).rejects.toThrow(/permission denied/);
    await expect(
      database.app.query(
        `select auth.put_account_link(gen_random_uuid(), id, 'RESET', '\\x00', '1 hour') from (select gen_random_uuid() as id) x`,
      ),
    ).rejects.toThrow(/only an administrator/);
  });
});
