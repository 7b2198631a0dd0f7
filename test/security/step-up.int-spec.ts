import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Secret, TOTP } from 'otpauth';
import { seedDatabase } from '#database/seeds/seed';
import { testApi, type TestApi, type TestCaller } from '#testing/api';
import { testDatabase, type TestDatabase } from '#testing/database';
import { sessionKeyOf } from './support/session-of';

const PASSWORD = 'step-up-spec-2026';
const CONFIRM = `mutation ($proof: IdentityProofInput!, $key: UUID!) {
  confirmIdentity(proof: $proof, idempotencyKey: $key) { ownAccount { id } userErrors { code } } }`;
const INVITE = `mutation ($input: MemberInput!, $key: UUID!) {
  inviteMember(input: $input, idempotencyKey: $key) { member { id } userErrors { code } } }`;
const END = 'mutation ($id: ID!, $key: UUID!) { endMembership(id: $id, idempotencyKey: $key) { userErrors { code } } }';

describe('a proof of identity', () => {
  const home = mkdtempSync(path.join(os.tmpdir(), 'tonggong-home-'));
  let database: TestDatabase;
  let api: TestApi;
  let office = '';

  beforeAll(async () => {
    database = await testDatabase();
    const masterKey = randomBytes(32);
    await mkdir(path.join(home, 'secrets'), { recursive: true });
    await writeFile(path.join(home, 'secrets/master.key'), masterKey);
    await seedDatabase({ migrateUrl: database.urls.migrateUrl, masterKey, scale: 'county', demoPassword: PASSWORD });
    api = await testApi({ TONGGONG_HOME: home, DATABASE_APP_URL: database.urls.appUrl });
    office = (await one<{ id: string }>(`select id from organisation where kind = 'EMPLOYMENT_OFFICE' limit 1`)).id;
  });

  afterAll(async () => {
    await api.close();
    await database.close();
    rmSync(home, { recursive: true, force: true });
  });

  const one = async <T extends object>(sql: string, values: unknown[] = []): Promise<T> =>
    (await database.admin.query<T>(sql, values)).rows[0] as T;

  /** What became of it: DONE, a refusal's code or an error's. */
  const run = async (
    caller: TestCaller,
    call: string,
    variables: object,
    key: string = randomUUID(),
  ): Promise<string> => {
    const { data, errors } = await caller.ask(call, { ...variables, key });
    const payload = Object.values(data ?? {})[0] as { userErrors: { code: string }[] } | null | undefined;
    return errors[0]?.extensions.code ?? payload?.userErrors[0]?.code ?? 'DONE';
  };
  const invite = (caller: TestCaller, login: string, key?: string): Promise<string> =>
    run(caller, INVITE, { input: { login, displayName: '新同事', role: 'AUDITOR', organisationId: office } }, key);
  const prove = (caller: TestCaller, proof: object): Promise<string> => run(caller, CONFIRM, { proof });

  /** Lets time go by since the last proof of this caller's session, and of no other. */
  async function agesTo(caller: TestCaller, seconds: number): Promise<void> {
    const { rowCount } = await database.admin.query(
      `update session set proved_at = now() - make_interval(secs => $2) where id_hash = $1`,
      [sessionKeyOf(caller), seconds],
    );
    expect(rowCount).toBe(1);
  }

  const written = async (): Promise<string> => {
    const counts = await one<object>(
      `select (select count(*) from user_account) as accounts, (select count(*) from membership) as memberships,
              (select count(*) from membership where status = 'ENDED') as ended,
              (select count(*) from command_receipt) as receipts, (select count(*) from audit_entry) as entries`,
    );
    return JSON.stringify(counts);
  };

  it.each([
    [0, 'DONE'],
    [295, 'DONE'],
    [301, 'STEP_UP_REQUIRED'],
    [7_200, 'STEP_UP_REQUIRED'],
  ])('that is %i seconds old: giving somebody a role is answered %s', async (age, expected) => {
    const caller = await api.signedIn('administrator', PASSWORD);
    await agesTo(caller, age);
    const before = await written();
    expect(await invite(caller, `age-${age}`)).toBe(expected);
    if (expected !== 'DONE') expect(await written()).toBe(before);
  });

  it('is asked for before a role is taken away, too, and nothing is written without it', async () => {
    const caller = await api.signedIn('administrator', PASSWORD);
    const { id } = await one<{ id: string }>(
      `select m.id from membership m join user_account a on a.id = m.account_id where a.login = 'mentor'`,
    );
    await agesTo(caller, 301);
    const before = await written();
    expect(await run(caller, END, { id })).toBe('STEP_UP_REQUIRED');
    expect(await written()).toBe(before);
    expect(await prove(caller, { password: PASSWORD })).toBe('DONE');
    expect(await run(caller, END, { id })).toBe('DONE');
  });

  it('lets the same command go on under the same key, once', async () => {
    const caller = await api.signedIn('administrator', PASSWORD);
    const key = randomUUID();
    await agesTo(caller, 600);
    expect(await invite(caller, 'goes-on', key)).toBe('STEP_UP_REQUIRED');
    expect(await prove(caller, { password: PASSWORD })).toBe('DONE');
    expect(await invite(caller, 'goes-on', key)).toBe('DONE');
    expect(await invite(caller, 'goes-on', key)).toBe('DONE');
    expect(await one(`select count(*)::int as n from user_account where login = 'goes-on'`)).toEqual({ n: 1 });
  });

  it('holds for the session that gave it and for no other of the same account', async () => {
    const here = await api.signedIn('administrator', PASSWORD);
    const there = await api.signedIn('administrator', PASSWORD);
    for (const caller of [here, there]) await agesTo(caller, 301);
    expect(await prove(here, { password: PASSWORD })).toBe('DONE');
    expect(await invite(here, 'from-here')).toBe('DONE');
    expect(await invite(there, 'from-there')).toBe('STEP_UP_REQUIRED');
  });

  it('is not asked of who may not do it at all: she is refused as ever', async () => {
    const caller = await api.signedIn('caseworker', PASSWORD);
    await agesTo(caller, 301);
    expect(await invite(caller, 'not-hers')).toBe('FORBIDDEN');
    expect(await invite(api.stranger(), 'nobodys')).toBe('NOT_AUTHENTICATED');
    expect(await prove(api.stranger(), { password: PASSWORD })).toBe('NOT_AUTHENTICATED');
  });

  it('that is wrong or missing changes nothing but the audit trail', async () => {
    const caller = await api.signedIn('administrator', PASSWORD);
    await agesTo(caller, 301);
    expect(await prove(caller, {})).toBe('REQUIRED');
    expect(await prove(caller, { password: ' ' })).toBe('REQUIRED');
    expect(await prove(caller, { password: 'not-the-password', code: '123456' })).toBe('WRONG_PASSWORD');
    expect(await invite(caller, 'with-a-wrong-one')).toBe('STEP_UP_REQUIRED');
    expect(
      await one(
        `select e.outcome from audit_entry e join user_account a on a.id = e.subject_id
          where e.action = 'session.identity-not-confirmed' and a.login = 'administrator'`,
      ),
    ).toEqual({ outcome: 'DENIED' });
    expect(await prove(caller, { password: PASSWORD })).toBe('DONE');
  });

  it('cannot be guessed: after five wrong ones the right one waits, too', async () => {
    const caller = await api.signedIn('supervisor', PASSWORD);
    await agesTo(caller, 301);
    /** The right one is sent as soon as a wrong one has to wait: a busy machine may outlast the wait otherwise. */
    const guesses = async (): Promise<readonly [answers: string[], ownAnswer: string]> => {
      const own: Promise<string>[] = [];
      const guess = async (n: number): Promise<string> => {
        const answer = await prove(caller, { password: `wrong-${n}` });
        if (answer === 'SIGN_IN_DELAYED' && own.length === 0) own.push(prove(caller, { password: PASSWORD }));
        return answer;
      };
      const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => guess(n)));
      return [answers, (await Promise.all(own))[0] ?? ''];
    };
    let ownAnswer = '';
    for (let round = 0; round < 5 && ownAnswer !== 'SIGN_IN_DELAYED'; round += 1) {
      const [answers, own] = await guesses();
      expect(answers.filter((code) => code === 'WRONG_PASSWORD').length).toBeLessThanOrEqual(7);
      expect(answers).toContain('SIGN_IN_DELAYED');
      ownAnswer = own;
    }
    expect(ownAnswer).toBe('SIGN_IN_DELAYED');
  });

  it('is a code where an authenticator app is set up: the password alone is none', async () => {
    const caller = await api.signedIn('administrator', PASSWORD);
    const begun = await caller.ask(
      'mutation ($p: String!, $key: UUID!) { beginSecondFactor(currentPassword: $p, idempotencyKey: $key) { secret } }',
      { p: PASSWORD, key: randomUUID() },
    );
    const { secret } = begun.data?.['beginSecondFactor'] as { secret: string };
    const digits = (steps: number): string =>
      new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: 30, algorithm: 'SHA1' }).generate({
        timestamp: Date.now() + steps * 30_000,
      });
    const TURN_ON =
      'mutation ($code: String!, $key: UUID!) { confirmSecondFactor(code: $code, idempotencyKey: $key) { userErrors { code } } }';
    expect(await run(caller, TURN_ON, { code: digits(0) })).toBe('DONE');
    await agesTo(caller, 301);
    expect(await prove(caller, { password: PASSWORD })).toBe('SECOND_FACTOR_REQUIRED');
    expect(await prove(caller, { code: '000000' })).toBe('SECOND_FACTOR_WRONG');
    expect(await invite(caller, 'not-yet-proved')).toBe('STEP_UP_REQUIRED');
    const code = digits(1);
    expect(await prove(caller, { code })).toBe('DONE');
    expect(await invite(caller, 'proved-by-code')).toBe('DONE');
    expect(await prove(caller, { code })).toBe('SECOND_FACTOR_WRONG'); // each code once
  });
});
