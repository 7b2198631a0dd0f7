import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { seedDatabase } from '#database/seeds/seed';
import { Passwords } from '#platform/auth/passwords';
import { testApi, type TestApi, type TestCaller } from '#testing/api';
import { testDatabase, type TestDatabase } from '#testing/database';

const PASSWORD = 'sign-in-spec-2026';
const SIGN_IN = `mutation ($login: String!, $password: String!) {
  signIn(login: $login, password: $password) { viewer { role mustChoosePassword } userErrors { code } } }`;
const CHANGE = `mutation ($input: PasswordChangeInput!, $key: UUID!) {
  changePassword(input: $input, idempotencyKey: $key) { ownAccount { id } userErrors { code } } }`;
const OWN = '{ ownAccount { sessions { id isCurrent } memberships { id role isCurrent } } }';

interface Own {
  readonly sessions: readonly { readonly id: string; readonly isCurrent: boolean }[];
  readonly memberships: readonly { readonly id: string; readonly role: string; readonly isCurrent: boolean }[];
}

describe('the door', () => {
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

  const codeOf = async (caller: TestCaller, login: string, password: string): Promise<string> => {
    const { data } = await caller.ask(SIGN_IN, { login, password });
    return (data?.['signIn'] as { userErrors: { code: string }[] }).userErrors[0]?.code ?? 'IN';
  };
  const ownOf = async (caller: TestCaller): Promise<Own> => (await caller.ask(OWN)).data?.['ownAccount'] as Own;
  const rows = async <T extends object>(sql: string): Promise<T[]> => (await database.admin.query<T>(sql)).rows;
  const run = async (caller: TestCaller, call: string, variables: object): Promise<string> => {
    const { data, errors } = await caller.ask(call, { ...variables, key: randomUUID() });
    const payload = Object.values(data ?? {})[0] as { userErrors: { code: string }[] } | null | undefined;
    return errors[0]?.extensions.code ?? payload?.userErrors[0]?.code ?? 'DONE';
  };

  it.each([
    ['an account that is there', 'trainer'],
    ['a login that nobody has', 'nobody-has-this'],
  ])('looks at few of 60 guesses at once at %s, and tells the others to wait', async (_, login) => {
    const codes = await Promise.all(
      Array.from({ length: 60 }, (_unused, n) => codeOf(api.stranger(), login, `wrong-${n}`)),
    );
    // Five, and one more each time a wait of 1, 2, 4 … seconds is over on a slow machine.
    expect(codes.filter((code) => code === 'SIGN_IN_FAILED').length).toBeLessThanOrEqual(10);
    expect(codes.filter((code) => code === 'SIGN_IN_DELAYED').length).toBeGreaterThanOrEqual(50);
  });

  it('leaves a trace of guesses and of sign-ins, by id', async () => {
    const audited = await rows<{ action: string; outcome: string }>(
      `select distinct e.action, e.outcome from audit_entry e join user_account a on a.id = e.subject_id where a.login = 'trainer'`,
    );
    expect(audited).toEqual([{ action: 'session.refused', outcome: 'DENIED' }]);
  });

  it('shows one’s own sign-ins, ends one of them or all others at once, and nobody else’s', async () => {
    const [here, there, third, stranger] = [
      await api.signedIn('mentor', PASSWORD),
      await api.signedIn('mentor', PASSWORD),
      await api.signedIn('mentor', PASSWORD),
      await api.signedIn('fund', PASSWORD),
    ];
    const { sessions } = await ownOf(here);
    expect(sessions.map(({ isCurrent }) => isCurrent).sort()).toEqual([false, false, true]);
    const foreign = (await ownOf(stranger)).sessions[0]?.id;
    const END =
      'mutation ($id: ID!, $key: UUID!) { endSession(id: $id, idempotencyKey: $key) { userErrors { code } } }';
    expect(await run(here, END, { id: foreign })).toBe('NOT_FOUND');
    expect((await ownOf(stranger)).sessions).toHaveLength(1);
    const theirs = (await ownOf(there)).sessions.find(({ isCurrent }) => isCurrent)?.id;
    expect(await run(here, END, { id: theirs })).toBe('DONE');
    expect((await there.ask(OWN)).errors[0]?.extensions.code).toBe('NOT_AUTHENTICATED');
    const OTHERS = 'mutation ($key: UUID!) { endOtherSessions(idempotencyKey: $key) { userErrors { code } } }';
    expect(await run(here, OTHERS, {})).toBe('DONE');
    expect((await third.ask(OWN)).errors[0]?.extensions.code).toBe('NOT_AUTHENTICATED');
    expect((await ownOf(here)).sessions).toHaveLength(1);
  });

  it('changes a password only for who knows the old one and chose a good new one; the others are out', async () => {
    const here = await api.signedIn('finance', PASSWORD);
    const there = await api.signedIn('finance', PASSWORD);
    const change = (currentPassword: string, newPassword: string): Promise<string> =>
      run(here, CHANGE, { input: { currentPassword, newPassword } });
    const hashNow = `select password_hash from user_account where login = 'finance'`;
    const before = await rows(hashNow);
    expect(await change(PASSWORD, 'short')).toBe('PASSWORD_TOO_SHORT');
    expect(await change('not-the-password', 'another-good-one')).toBe('WRONG_PASSWORD');
    expect(await change(PASSWORD, PASSWORD)).toBe('PASSWORD_UNCHANGED');
    expect(await rows(hashNow)).toEqual(before);
    expect((await ownOf(there)).sessions).toHaveLength(2);
    expect(await change(PASSWORD, 'another-good-one')).toBe('DONE');
    expect((await there.ask(OWN)).errors[0]?.extensions.code).toBe('NOT_AUTHENTICATED');
    expect(await codeOf(api.stranger(), 'finance', PASSWORD)).toBe('SIGN_IN_FAILED');
    expect(await codeOf(api.stranger(), 'finance', 'another-good-one')).toBe('IN');
    const receipts = await rows<{ n: number }>(
      `select count(*)::int as n from command_receipt where command = 'changePassword'`,
    );
    expect(receipts[0]?.n).toBe(1);
  });

  it('opens nothing but the choice of a password after a one-time code, and everything after it', async () => {
    const code = 'ABCD-EFGH-2345';
    const hash = await new Passwords().hash(code);
    await database.admin.query(
      `update user_account set password_hash = $1, password_expires_at = now() + interval '1 hour' where login = 'auditor'`,
      [hash],
    );
    const auditor = await api.signedIn('auditor', code);
    expect((await auditor.ask('{ auditChain { id } }')).errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await auditor.ask('{ viewer { mustChoosePassword } }')).data).toEqual({
      viewer: { mustChoosePassword: true },
    });
    expect(await run(auditor, CHANGE, { input: { currentPassword: code, newPassword: 'my-own-choice-1' } })).toBe(
      'DONE',
    );
    expect((await auditor.ask('{ auditChain { id } viewer { mustChoosePassword } }')).errors).toEqual([]);
    expect(await codeOf(api.stranger(), 'auditor', code)).toBe('SIGN_IN_FAILED');
  });

  it('goes on in another membership of the same account without a new sign-in, and in nobody else’s', async () => {
    await database.admin.query(
      `insert into membership (county_id, id, account_id, organisation_id, role, display_name, status)
       select m.county_id, gen_random_uuid(), m.account_id, m.organisation_id, 'AUDITOR', m.display_name, 'ACTIVE'
         from membership m join user_account a on a.id = m.account_id where a.login = 'supervisor'`,
    );
    const [other] = await rows<{ id: string }>(
      `select m.id from membership m join user_account a on a.id = m.account_id where a.login = 'administrator'`,
    );
    const supervisor = await api.signedIn('supervisor', PASSWORD);
    const { memberships } = await ownOf(supervisor);
    expect(memberships.map(({ role }) => role)).toEqual(['SUPERVISOR', 'AUDITOR']);
    const SWITCH =
      'mutation ($id: ID!, $key: UUID!) { switchMembership(id: $id, idempotencyKey: $key) { userErrors { code } } }';
    expect(await run(supervisor, SWITCH, { id: other?.id })).toBe('NOT_FOUND');
    expect(await run(supervisor, SWITCH, { id: memberships[1]?.id })).toBe('DONE');
    expect((await supervisor.ask('{ auditChain { id } }')).errors).toEqual([]);
    expect((await supervisor.ask('{ countyOverview { __typename } }')).errors[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
