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
import { SoftwareAuthenticator } from './support/software-authenticator';

const PASSWORD = 'passkey-recovery-26';
const BEGIN = 'mutation ($key: UUID!) { beginPasskey(idempotencyKey: $key) { request userErrors { code } } }';
const ADD = `mutation ($name: String!, $answer: String!, $key: UUID!) {
  addPasskey(name: $name, answer: $answer, idempotencyKey: $key) {
    recoveryCodes ownAccount { recoveryCodesLeft passkeys { id } } userErrors { code } } }`;
const REMOVE = `mutation ($id: ID!, $key: UUID!) {
  removePasskey(id: $id, idempotencyKey: $key) { ownAccount { recoveryCodesLeft } userErrors { code } } }`;
const SIGN_IN = `mutation ($login: String!, $password: String!, $code: String) {
  signIn(login: $login, password: $password, code: $code) { viewer { role } userErrors { code } } }`;
const PROVE = `mutation ($proof: IdentityProofInput!, $key: UUID!) {
  confirmIdentity(proof: $proof, idempotencyKey: $key) { userErrors { code } } }`;
const BEGIN_APP = `mutation ($password: String!, $key: UUID!) {
  beginSecondFactor(currentPassword: $password, idempotencyKey: $key) { secret userErrors { code } } }`;
const CONFIRM_APP = `mutation ($code: String!, $key: UUID!) {
  confirmSecondFactor(code: $code, idempotencyKey: $key) { recoveryCodes userErrors { code } } }`;
const REMOVE_APP = `mutation ($password: String!, $code: String!, $key: UUID!) {
  removeSecondFactor(currentPassword: $password, code: $code, idempotencyKey: $key) { userErrors { code } } }`;
const LEFT = '{ ownAccount { recoveryCodesLeft passkeys { id } } }';

interface Payload {
  readonly userErrors: readonly { readonly code: string }[];
  readonly request?: string | null;
  readonly secret?: string | null;
  readonly recoveryCodes?: readonly string[] | null;
  readonly ownAccount?: { readonly recoveryCodesLeft: number; readonly passkeys: readonly { readonly id: string }[] };
}

describe('recovery codes of somebody with passkeys alone', () => {
  const home = mkdtempSync(path.join(os.tmpdir(), 'tonggong-home-'));
  let database: TestDatabase;
  let api: TestApi;
  let origin = '';

  beforeAll(async () => {
    database = await testDatabase();
    const masterKey = randomBytes(32);
    await mkdir(path.join(home, 'secrets'), { recursive: true });
    await writeFile(path.join(home, 'secrets/master.key'), masterKey);
    await seedDatabase({ migrateUrl: database.urls.migrateUrl, masterKey, scale: 'county', demoPassword: PASSWORD });
    api = await testApi({ TONGGONG_HOME: home, DATABASE_APP_URL: database.urls.appUrl });
    origin = `http://localhost:${new URL(api.baseUrl).port}`;
  }, 120_000);

  afterAll(async () => {
    await api.close();
    await database.close();
    rmSync(home, { recursive: true, force: true });
  });

  const send = async (caller: TestCaller, call: string, variables: object = {}): Promise<Payload> => {
    const { data, errors } = await caller.ask(call, { ...variables, key: randomUUID() });
    expect(errors).toEqual([]);
    return Object.values(data ?? {})[0] as Payload;
  };
  const codeOf = ({ userErrors }: Payload): string => userErrors[0]?.code ?? 'DONE';
  const enter = async (login: string, code: string | null): Promise<string> =>
    codeOf(await send(api.stranger(), SIGN_IN, { login, password: PASSWORD, code }));
  const left = async (caller: TestCaller): Promise<number | undefined> =>
    ((await caller.ask(LEFT)).data?.['ownAccount'] as Payload['ownAccount'])?.recoveryCodesLeft;
  const digits = (secret: string): string =>
    new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: 30, algorithm: 'SHA1' }).generate();

  async function addPasskey(caller: TestCaller): Promise<Payload> {
    const key = new SoftwareAuthenticator(origin);
    const { request } = await send(caller, BEGIN);
    return send(caller, ADD, { name: '我的手机', answer: key.make(request ?? '') });
  }

  it('come with the first passkey, ten of them, shown once; each opens the door once behind the password', async () => {
    const caller = await api.signedIn('auditor', PASSWORD);
    const added = await addPasskey(caller);
    const codes = added.recoveryCodes ?? [];
    expect(new Set(codes).size).toBe(10);
    expect(added.ownAccount?.recoveryCodesLeft).toBe(10);
    expect((await addPasskey(caller)).recoveryCodes).toBeNull(); // she has them
    expect(await enter('auditor', null)).toBe('PASSKEY_REQUIRED');
    expect(await enter('auditor', 'ABCD-EFGH-2345')).toBe('SECOND_FACTOR_WRONG');
    expect(await enter('auditor', '123456')).toBe('SECOND_FACTOR_WRONG');
    const [first = '', second = ''] = codes;
    const atOnce = await Promise.all([1, 2, 3, 4].map(() => enter('auditor', first)));
    expect(atOnce.filter((code) => code === 'DONE')).toHaveLength(1);
    expect(codeOf(await send(api.stranger(), SIGN_IN, { login: 'auditor', password: 'wrong', code: second }))).toBe(
      'SIGN_IN_FAILED',
    );
    expect(await left(caller)).toBe(9);
  });

  it('prove identity where the device is lost', async () => {
    const caller = await api.signedIn('fund', PASSWORD);
    const [code = ''] = (await addPasskey(caller)).recoveryCodes ?? [];
    await database.admin.query(`update session set proved_at = now() - interval '301 seconds' where id_hash = $1`, [
      sessionKeyOf(caller),
    ]);
    expect(codeOf(await send(caller, PROVE, { proof: { password: PASSWORD } }))).toBe('PASSKEY_REQUIRED');
    expect(codeOf(await send(caller, PROVE, { proof: { code } }))).toBe('DONE');
    expect(codeOf(await send(caller, PROVE, { proof: { code } }))).toBe('SECOND_FACTOR_WRONG');
  });

  it('end with the last second step, and not before', async () => {
    const caller = await api.signedIn('finance', PASSWORD);
    const { ownAccount } = await addPasskey(caller);
    const { secret } = await send(caller, BEGIN_APP, { password: PASSWORD });
    const { recoveryCodes } = await send(caller, CONFIRM_APP, { code: digits(secret ?? '') });
    expect(recoveryCodes).toHaveLength(10);
    const [code = ''] = recoveryCodes ?? [];
    expect(codeOf(await send(caller, REMOVE_APP, { password: PASSWORD, code }))).toBe('DONE');
    expect(await left(caller)).toBe(9); // the passkey is still there
    expect(codeOf(await send(caller, REMOVE, { id: ownAccount?.passkeys[0]?.id }))).toBe('DONE');
    expect(await left(caller)).toBe(0);
    expect(await enter('finance', null)).toBe('DONE');
  });

  it('are left alone where the app brought them first', async () => {
    const caller = await api.signedIn('mentor', PASSWORD);
    const { secret } = await send(caller, BEGIN_APP, { password: PASSWORD });
    await send(caller, CONFIRM_APP, { code: digits(secret ?? '') });
    expect((await addPasskey(caller)).recoveryCodes).toBeNull();
    expect(await left(caller)).toBe(10);
  });

  it('are not given to a client, to whom her caseworker hands a new code', async () => {
    const caller = await api.signedIn('client', PASSWORD);
    const added = await addPasskey(caller);
    expect([added.recoveryCodes, added.ownAccount?.recoveryCodesLeft]).toEqual([null, 0]);
  });
});
