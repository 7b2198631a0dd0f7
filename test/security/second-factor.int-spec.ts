import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Secret, TOTP } from 'otpauth';
import { seedDatabase } from '#database/seeds/seed';
import { testApi, type TestApi, type TestCaller } from '#testing/api';
import { testDatabase, type TestDatabase } from '#testing/database';

const PASSWORD = 'second-factor-2026';
const SIGN_IN = `mutation ($login: String!, $password: String!, $code: String) {
  signIn(login: $login, password: $password, code: $code) { viewer { role } userErrors { code } } }`;
const BEGIN = `mutation ($password: String!, $key: UUID!) {
  beginSecondFactor(currentPassword: $password, idempotencyKey: $key) { secret uri userErrors { code } } }`;
const CONFIRM = `mutation ($code: String!, $key: UUID!) {
  confirmSecondFactor(code: $code, idempotencyKey: $key) { recoveryCodes userErrors { code } } }`;
const REMOVE = `mutation ($password: String!, $code: String!, $key: UUID!) {
  removeSecondFactor(currentPassword: $password, code: $code, idempotencyKey: $key) { userErrors { code } } }`;

interface Payload {
  readonly userErrors: readonly { readonly code: string }[];
  readonly secret?: string | null;
  readonly uri?: string | null;
  readonly recoveryCodes?: readonly string[] | null;
}

describe('a second factor', () => {
  const home = mkdtempSync(path.join(os.tmpdir(), 'tonggong-home-'));
  let database: TestDatabase;
  let api: TestApi;
  let kept: { readonly secret: string } | null = null;

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

  const run = async (caller: TestCaller, call: string, variables: object): Promise<Payload> => {
    const { data, errors } = await caller.ask(call, { ...variables, key: randomUUID() });
    expect(errors).toEqual([]);
    return Object.values(data ?? {})[0] as Payload;
  };
  const codeOf = ({ userErrors }: Payload): string => userErrors[0]?.code ?? 'DONE';
  const signIn = async (login: string, code: string | null, password = PASSWORD): Promise<string> =>
    codeOf(await run(api.stranger(), SIGN_IN, { login, password, code }));

  /** The app's digits, some steps of 30 seconds from now. */
  const digits = (secret: string, steps = 0): string =>
    new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: 30, algorithm: 'SHA1' }).generate({
      timestamp: Date.now() + steps * 30_000,
    });

  /** Earlier steps count again, as if time had gone by. */
  const timeGoesBy = (login: string): Promise<unknown> =>
    database.admin.query(
      'update second_factor set last_step = 0 where account_id = (select id from user_account where login = $1)',
      [login],
    );

  async function switchedOn(login: string): Promise<{ caller: TestCaller; secret: string; codes: readonly string[] }> {
    const caller = await api.signedIn(login, PASSWORD);
    const { secret } = await run(caller, BEGIN, { password: PASSWORD });
    const { recoveryCodes } = await run(caller, CONFIRM, { code: digits(secret ?? '') });
    await timeGoesBy(login);
    return { caller, secret: secret ?? '', codes: recoveryCodes ?? [] };
  }

  it('is begun only with the password, and counts only after a right code', async () => {
    const caller = await api.signedIn('trainer', PASSWORD);
    expect(codeOf(await run(caller, BEGIN, { password: 'not-the-password' }))).toBe('WRONG_PASSWORD');
    const { secret, uri } = await run(caller, BEGIN, { password: PASSWORD });
    expect(uri).toMatch(/^otpauth:\/\/totp\/.*secret=/);
    expect(await signIn('trainer', null)).toBe('DONE');
    expect(codeOf(await run(caller, CONFIRM, { code: digits(secret ?? '', 9) }))).toBe('SECOND_FACTOR_WRONG');
    expect(await signIn('trainer', null)).toBe('DONE');
    const confirmed = await run(caller, CONFIRM, { code: digits(secret ?? '') });
    expect(new Set(confirmed.recoveryCodes).size).toBe(10);
    expect(await signIn('trainer', null)).toBe('SECOND_FACTOR_REQUIRED');
    expect(codeOf(await run(caller, BEGIN, { password: PASSWORD }))).toBe('WRONG_STATE');
  });

  it('is asked for only where the password fits', async () => {
    await switchedOn('mentor');
    expect(await signIn('mentor', null, 'not-the-password')).toBe('SIGN_IN_FAILED');
    expect(await signIn('mentor', '123456', 'not-the-password')).toBe('SIGN_IN_FAILED');
  });

  it.each([
    [-2, 'SECOND_FACTOR_WRONG'],
    [-1, 'DONE'],
    [0, 'DONE'],
    [1, 'DONE'],
    [2, 'SECOND_FACTOR_WRONG'],
  ])('takes a code that is %i steps away: %s', async (steps, expected) => {
    const { rows } = await database.admin.query(
      `select 1 from second_factor f join user_account a on a.id = f.account_id where a.login = 'fund'`,
    );
    if (rows.length === 0) kept = await switchedOn('fund');
    await timeGoesBy('fund');
    // Away from a step's edge, so that the code is as many steps away when it arrives.
    const left = 30_000 - (Date.now() % 30_000);
    if (left < 3_000) await new Promise((resolve) => setTimeout(resolve, left));
    expect(await signIn('fund', digits(kept?.secret ?? '', steps))).toBe(expected);
  });

  it('opens once per code: of four at once one gets in, and nobody with the one before', async () => {
    const { secret } = await switchedOn('finance');
    const code = digits(secret);
    const answers = await Promise.all([0, 1, 2, 3].map(() => signIn('finance', code)));
    expect(answers.filter((answer) => answer === 'DONE')).toHaveLength(1);
    expect(await signIn('finance', digits(secret, -1))).not.toBe('DONE');
  });

  it('takes each recovery code once, however it is written', async () => {
    const { codes } = await switchedOn('base');
    const [first = '', second = ''] = codes;
    expect(await signIn('base', first.toLowerCase().replaceAll('-', ' '))).toBe('DONE');
    expect(await signIn('base', first)).toBe('SECOND_FACTOR_WRONG');
    expect(await signIn('base', second)).toBe('DONE');
  });

  it('cannot be guessed: after five wrong codes everybody waits, also between two askings for the code', async () => {
    await switchedOn('supervisor');
    const answers: string[] = [];
    for (let n = 0; n < 8; n += 1) {
      answers.push(await signIn('supervisor', String(100_000 + n)));
      answers.push(await signIn('supervisor', null));
    }
    expect(answers.filter((answer) => answer === 'SECOND_FACTOR_WRONG').length).toBeLessThanOrEqual(5);
    expect(answers).toContain('SIGN_IN_DELAYED');
  });

  it('goes only for who has the password and a code', async () => {
    const { caller, secret, codes } = await switchedOn('auditor');
    expect(codeOf(await run(caller, REMOVE, { password: 'not-the-password', code: digits(secret) }))).toBe(
      'WRONG_PASSWORD',
    );
    expect(codeOf(await run(caller, REMOVE, { password: PASSWORD, code: '000000' }))).toBe('SECOND_FACTOR_WRONG');
    expect(await signIn('auditor', null)).toBe('SECOND_FACTOR_REQUIRED');
    expect(codeOf(await run(caller, REMOVE, { password: PASSWORD, code: codes[3] ?? '' }))).toBe('DONE');
    expect(await signIn('auditor', null)).toBe('DONE');
  });

  it('is looked up over the connection that is open: fifty people at once never wait for each other', async () => {
    const caller = await api.signedIn('hr', PASSWORD);
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => caller.ask('{ ownAccount { hasSecondFactor memberships { id } } }')),
    );
    expect(answers.filter(({ errors }) => errors.length > 0)).toEqual([]);
  });

  it('lies in the database sealed, and leaves no code in the receipts', async () => {
    const { secret } = await switchedOn('administrator');
    const { rows } = await database.admin.query<{ secret_enc: Buffer }>('select secret_enc from second_factor');
    const plain = Buffer.from(Secret.fromBase32(secret).bytes);
    expect(rows.some(({ secret_enc: sealed }) => sealed.includes(plain))).toBe(false);
  });
});
