import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { seedDatabase } from '#database/seeds/seed';
import { testApi, type TestApi, type TestCaller } from '#testing/api';
import { testDatabase, type TestDatabase } from '#testing/database';
import { sessionKeyOf } from './support/session-of';
import { SoftwareAuthenticator, type Forgery } from './support/software-authenticator';

const PASSWORD = 'passkeys-spec-2026';
const BEGIN = 'mutation ($key: UUID!) { beginPasskey(idempotencyKey: $key) { request userErrors { code } } }';
const ADD = `mutation ($name: String!, $answer: String!, $key: UUID!) {
  addPasskey(name: $name, answer: $answer, idempotencyKey: $key) { ownAccount { passkeys { id name } } userErrors { code } } }`;
const REMOVE = `mutation ($id: ID!, $key: UUID!) {
  removePasskey(id: $id, idempotencyKey: $key) { ownAccount { passkeys { id } } userErrors { code } } }`;
const ASK = 'mutation { beginPasskeySignIn { request userErrors { code } } }';
const ENTER =
  'mutation ($answer: String!) { signInWithPasskey(answer: $answer) { viewer { role } userErrors { code } } }';
const SIGN_IN = `mutation ($login: String!, $password: String!, $passkey: String) {
  signIn(login: $login, password: $password, passkey: $passkey) { viewer { role } passkeyRequest userErrors { code } } }`;
const ASK_PROOF = 'mutation ($key: UUID!) { beginPasskeyProof(idempotencyKey: $key) { request userErrors { code } } }';
const PROVE = `mutation ($proof: IdentityProofInput!, $key: UUID!) {
  confirmIdentity(proof: $proof, idempotencyKey: $key) { userErrors { code } } }`;
const OWN = '{ ownAccount { passkeys { id name lastUsedAt } } }';

interface Payload {
  readonly userErrors: readonly { readonly code: string }[];
  readonly request?: string | null;
  readonly passkeyRequest?: string | null;
}

interface Holder {
  readonly caller: TestCaller;
  readonly key: SoftwareAuthenticator;
}

describe('a passkey', () => {
  const home = mkdtempSync(path.join(os.tmpdir(), 'tonggong-home-'));
  let database: TestDatabase;
  let api: TestApi;
  let origin = '';
  const holders = new Map<string, Holder>();

  beforeAll(async () => {
    database = await testDatabase();
    const masterKey = randomBytes(32);
    await mkdir(path.join(home, 'secrets'), { recursive: true });
    await writeFile(path.join(home, 'secrets/master.key'), masterKey);
    await seedDatabase({ migrateUrl: database.urls.migrateUrl, masterKey, scale: 'county', demoPassword: PASSWORD });
    api = await testApi({ TONGGONG_HOME: home, DATABASE_APP_URL: database.urls.appUrl });
    origin = `http://localhost:${new URL(api.baseUrl).port}`;
  });

  afterAll(async () => {
    await api.close();
    await database.close();
    rmSync(home, { recursive: true, force: true });
  });

  const send = async (caller: TestCaller, call: string, variables: object = {}): Promise<Payload> => {
    const { data, errors } = await caller.ask(call, {
      ...variables,
      ...(call.includes('$key') ? { key: randomUUID() } : {}),
    });
    if (errors.length > 0) return { userErrors: errors.map(({ extensions }) => extensions) };
    return Object.values(data ?? {})[0] as Payload;
  };
  const codeOf = ({ userErrors }: Payload): string => userErrors[0]?.code ?? 'DONE';
  const count = async (from: string): Promise<number> =>
    (await database.admin.query<{ n: number }>(`select count(*)::int as n from ${from}`)).rows[0]?.n ?? -1;
  const enter = async (key: SoftwareAuthenticator, forgery: Forgery = {}): Promise<string> => {
    const { request } = await send(api.stranger(), ASK);
    return codeOf(await send(api.stranger(), ENTER, { answer: key.use(request ?? '', forgery) }));
  };

  /** Somebody who signed in by her password and has set a passkey up; the same one each time. */
  async function holder(login: string): Promise<Holder> {
    const known = holders.get(login);
    if (known !== undefined) return known;
    const caller = await api.signedIn(login, PASSWORD);
    const key = new SoftwareAuthenticator(origin);
    const { request } = await send(caller, BEGIN);
    expect(codeOf(await send(caller, ADD, { name: '我的手机', answer: key.make(request ?? '') }))).toBe('DONE');
    holders.set(login, { caller, key });
    return { caller, key };
  }

  async function ages(caller: TestCaller): Promise<void> {
    await database.admin.query(`update session set proved_at = now() - interval '301 seconds' where id_hash = $1`, [
      sessionKeyOf(caller),
    ]);
  }

  it('is set up only under a fresh proof of identity, and opens the door alone from then on', async () => {
    const { caller, key } = await holder('trainer');
    expect((await caller.ask(OWN)).data).toMatchObject({
      ownAccount: { passkeys: [{ name: '我的手机', lastUsedAt: null }] },
    });
    const stranger = api.stranger();
    const { request } = await send(stranger, ASK);
    const entered = await send(stranger, ENTER, { answer: key.use(request ?? '') });
    expect(entered).toEqual({ viewer: { role: 'TRAINER' }, userErrors: [] });
    const { data } = await stranger.ask(OWN);
    expect((data?.['ownAccount'] as { passkeys: { lastUsedAt: string }[] }).passkeys[0]?.lastUsedAt).not.toBeNull();
    await ages(caller);
    for (const [call, variables] of [
      [BEGIN, {}],
      [ADD, { name: 'x', answer: 'x' }],
      [REMOVE, { id: randomUUID() }],
    ] as const)
      expect(codeOf(await send(caller, call, variables))).toBe('STEP_UP_REQUIRED');
  });

  it.each<[string, Forgery]>([
    ['comes from another page', { origin: 'https://tonggong.example' }],
    ['is for another host', { partyId: 'tonggong.example' }],
    ['was made without asking for finger or PIN', { isUnverified: true }],
    ['bears a tampered signature', { isTampered: true }],
    ['names another account', { userHandle: Buffer.alloc(16, 7).toString('base64url') }],
    ['names no account', { userHandle: '' }],
    ['answers a challenge that nobody gave', { challenge: randomBytes(32).toString('base64url') }],
  ])('whose answer %s opens nothing', async (_, forgery) => {
    const { key } = await holder('base');
    const sessions = await count('session');
    expect(await enter(key, forgery)).toBe('SIGN_IN_FAILED');
    expect(await count('session')).toBe(sessions);
    expect(await enter(key)).toBe('DONE'); // the same passkey, honestly
  });

  it('answers a challenge once: of four at once one gets in, and nobody with the answer later', async () => {
    const { key } = await holder('mentor');
    const { request } = await send(api.stranger(), ASK);
    const answer = key.use(request ?? '');
    const codes = await Promise.all(
      [0, 1, 2, 3].map(async () => codeOf(await send(api.stranger(), ENTER, { answer }))),
    );
    expect(codes.filter((code) => code === 'DONE')).toHaveLength(1);
    expect(codeOf(await send(api.stranger(), ENTER, { answer }))).not.toBe('DONE');
  });

  it.each([
    ['4 minutes 55 seconds', 'DONE'],
    ['5 minutes 1 second', 'SIGN_IN_FAILED'],
  ])('answers a challenge that is %s old: %s', async (age, expected) => {
    const { key } = await holder('fund');
    const { request } = await send(api.stranger(), ASK);
    await database.admin.query('update passkey_challenge set expires_at = expires_at - $1::interval', [age]);
    expect(codeOf(await send(api.stranger(), ENTER, { answer: key.use(request ?? '') }))).toBe(expected);
  });

  it('whose counter does not grow is taken for a copy', async () => {
    const { key } = await holder('finance');
    expect(await enter(key, { counter: 7 })).toBe('DONE');
    for (const counter of [7, 6, 0]) expect(await enter(key, { counter })).toBe('SIGN_IN_FAILED');
    expect(await enter(key, { counter: 8 })).toBe('DONE');
  });

  it('belongs to one account: nobody proves, passes the second step or takes it away with another’s', async () => {
    const hers = await holder('supervisor');
    const his = await holder('administrator');
    const asked = await send(his.caller, ASK_PROOF);
    const proof = { passkey: hers.key.use(asked.request ?? '') };
    expect(codeOf(await send(his.caller, PROVE, { proof }))).toBe('PASSKEY_WRONG');
    const { passkeyRequest } = await send(api.stranger(), SIGN_IN, { login: 'administrator', password: PASSWORD });
    const second = { login: 'administrator', password: PASSWORD, passkey: hers.key.use(passkeyRequest ?? '') };
    expect(codeOf(await send(api.stranger(), SIGN_IN, second))).toBe('SECOND_FACTOR_WRONG');
    const { data } = await hers.caller.ask(OWN);
    const [{ id } = { id: '' }] = (data?.['ownAccount'] as { passkeys: { id: string }[] }).passkeys;
    expect(codeOf(await send(his.caller, REMOVE, { id }))).toBe('NOT_FOUND');
    expect(await enter(hers.key)).toBe('DONE');
    // An answer for one purpose is none for another.
    const { request } = await send(api.stranger(), ASK);
    expect(codeOf(await send(his.caller, PROVE, { proof: { passkey: his.key.use(request ?? '') } }))).toBe(
      'PASSKEY_WRONG',
    );
  });

  it('stands behind the password of staff, proves identity, and gives way when its owner takes it away', async () => {
    const { caller, key } = await holder('auditor');
    const asked = await send(api.stranger(), SIGN_IN, { login: 'auditor', password: PASSWORD });
    expect(codeOf(asked)).toBe('PASSKEY_REQUIRED');
    expect(
      (await send(api.stranger(), SIGN_IN, { login: 'auditor', password: 'wrong-one' })).passkeyRequest,
    ).toBeNull();
    const passkey = key.use(asked.passkeyRequest ?? '');
    expect(codeOf(await send(api.stranger(), SIGN_IN, { login: 'auditor', password: PASSWORD, passkey }))).toBe('DONE');
    await ages(caller);
    expect(codeOf(await send(caller, PROVE, { proof: { password: PASSWORD } }))).toBe('PASSKEY_REQUIRED');
    const { request } = await send(caller, ASK_PROOF);
    expect(codeOf(await send(caller, PROVE, { proof: { passkey: key.use(request ?? '') } }))).toBe('DONE');
    const { data } = await caller.ask(OWN);
    const [{ id } = { id: '' }] = (data?.['ownAccount'] as { passkeys: { id: string }[] }).passkeys;
    expect(codeOf(await send(caller, REMOVE, { id }))).toBe('DONE');
    expect(await enter(key)).toBe('SIGN_IN_FAILED');
    expect(codeOf(await send(api.stranger(), SIGN_IN, { login: 'auditor', password: PASSWORD }))).toBe('DONE');
  });

  it('stands beside the password of a trainee, not behind it', async () => {
    const { key } = await holder('client');
    expect(codeOf(await send(api.stranger(), SIGN_IN, { login: 'client', password: PASSWORD }))).toBe('DONE');
    expect(await enter(key)).toBe('DONE');
  });

  it('opens nothing for an account that is disabled', async () => {
    const { key } = await holder('hr');
    await database.admin.query(`update user_account set status = 'DISABLED' where login = 'hr'`);
    const sessions = await count('session');
    expect(await enter(key)).toBe('SIGN_IN_FAILED');
    expect(await count('session')).toBe(sessions);
  });

  it.each(['', '{}', 'null', '[1]', 'x'.repeat(20), '{"id":"a","response":{"clientDataJSON":"e30"}}'])(
    'is not found in %j, which is refused like any wrong answer',
    async (answer) => {
      const code = codeOf(await send(api.stranger(), ENTER, { answer }));
      expect(['SIGN_IN_FAILED', 'SIGN_IN_DELAYED']).toContain(code);
    },
  );

  it('is asked for 60 times in a minute from one network, and then it waits; nothing is kept of what waits', async () => {
    const challenges = await count('passkey_challenge');
    const codes: string[] = [];
    for (let time = 0; time < 61; time += 1) codes.push(codeOf(await send(api.stranger(), ASK)));
    const begun = codes.filter((code) => code === 'DONE').length;
    expect(codes.at(-1)).toBe('SIGN_IN_DELAYED');
    expect(begun).toBeLessThanOrEqual(60);
    expect((await count('passkey_challenge')) - challenges).toBeLessThanOrEqual(begun);
  });

  it('is not kept where its name is empty or too long, or its answer does not hold', async () => {
    const caller = await api.signedIn('caseworker', PASSWORD);
    const key = new SoftwareAuthenticator(origin);
    const add = async (name: string, forgery: Forgery = {}): Promise<string> => {
      const { request } = await send(caller, BEGIN);
      return codeOf(await send(caller, ADD, { name, answer: key.make(request ?? '', forgery) }));
    };
    const kept = await count('passkey');
    expect(await add(' ')).toBe('REQUIRED');
    expect(await add('长'.repeat(41))).toBe('OUT_OF_RANGE');
    expect(await add('x', { origin: 'https://tonggong.example' })).toBe('PASSKEY_WRONG');
    expect(await add('x', { isUnverified: true })).toBe('PASSKEY_WRONG');
    expect(await count('passkey')).toBe(kept);
    expect(await add('长'.repeat(40))).toBe('DONE');
    expect(await add('again')).toBe('PASSKEY_TAKEN');
  });
});
