import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Secret, TOTP } from 'otpauth';
import { DEMO_LOGINS } from '#database/seeds/members.seed';
import { seedDatabase } from '#database/seeds/seed';
import { testApi, type TestApi, type TestCaller } from '#testing/api';
import { testDatabase, type TestDatabase } from '#testing/database';
import { SoftwareAuthenticator } from './support/software-authenticator';

const PASSWORD = 'second-step-2026';
const REFUSED = 'userErrors { code }';

describe('a second step, where it is demanded', () => {
  const home = mkdtempSync(path.join(os.tmpdir(), 'tonggong-home-'));
  let database: TestDatabase;
  let api: TestApi;

  beforeAll(async () => {
    database = await testDatabase();
    const masterKey = randomBytes(32);
    await mkdir(path.join(home, 'secrets'), { recursive: true });
    await writeFile(path.join(home, 'secrets/master.key'), masterKey);
    await seedDatabase({ migrateUrl: database.urls.migrateUrl, masterKey, scale: 'county', demoPassword: PASSWORD });
    api = await testApi({
      TONGGONG_HOME: home,
      DATABASE_APP_URL: database.urls.appUrl,
      SECOND_FACTOR: 'required',
    });
  });

  afterAll(async () => {
    delete process.env['SECOND_FACTOR']; // the next suite of this process is not told
    await api.close();
    await database.close();
    rmSync(home, { recursive: true, force: true });
  });

  const payloadOf = async (
    caller: TestCaller,
    call: string,
    variables: object = {},
  ): Promise<{ code: string; request?: string; secret?: string }> => {
    const { data, errors } = await caller.ask(call, { ...variables, key: randomUUID() });
    const payload = Object.values(data ?? {})[0] as { userErrors: { code: string }[] } | null | undefined;
    return { ...payload, code: errors[0]?.extensions.code ?? payload?.userErrors[0]?.code ?? 'DONE' };
  };
  const mustSetUp = async (caller: TestCaller): Promise<unknown> =>
    (await caller.ask('{ viewer { mustSetUpSecondStep } }')).data;
  const skills = async (caller: TestCaller): Promise<string> =>
    (await caller.ask('{ skills { __typename } }')).errors[0]?.extensions.code ?? 'ANSWERED';

  async function addPasskey(caller: TestCaller): Promise<SoftwareAuthenticator> {
    const key = new SoftwareAuthenticator(`http://localhost:${new URL(api.baseUrl).port}`);
    const begun = await payloadOf(
      caller,
      `mutation ($key: UUID!) { beginPasskey(idempotencyKey: $key) { request ${REFUSED} } }`,
    );
    const answer = key.make(begun.request ?? '');
    const ADD = `mutation ($answer: String!, $key: UUID!) { addPasskey(name: "x", answer: $answer, idempotencyKey: $key) { ${REFUSED} } }`;
    expect((await payloadOf(caller, ADD, { answer })).code).toBe('DONE');
    return key;
  }

  const removePasskey = async (caller: TestCaller): Promise<string> => {
    const { data } = await caller.ask('{ ownAccount { passkeys { id } } }');
    const [{ id } = { id: randomUUID() }] = (data?.['ownAccount'] as { passkeys: { id: string }[] }).passkeys;
    const REMOVE = `mutation ($id: ID!, $key: UUID!) { removePasskey(id: $id, idempotencyKey: $key) { ${REFUSED} } }`;
    return (await payloadOf(caller, REMOVE, { id })).code;
  };

  const roles = DEMO_LOGINS.filter(({ role }, n) => DEMO_LOGINS.findIndex((one) => one.role === role) === n);

  it.each(roles.map(({ role, login }) => [role, login] as const))(
    'comes before everything else for %s (%s), unless she is a trainee',
    async (role, login) => {
      const caller = await api.signedIn(login, PASSWORD);
      const isDemanded = role !== 'CLIENT';
      expect(await mustSetUp(caller)).toEqual({ viewer: { mustSetUpSecondStep: isDemanded } });
      expect(await skills(caller)).toBe(isDemanded ? 'FORBIDDEN' : 'ANSWERED');
      expect((await caller.ask('{ ownAccount { id } }')).errors).toEqual([]);
    },
  );

  it('may be a passkey: everything is open at once, and the last one is not taken away', async () => {
    const caller = await api.signedIn('trainer', PASSWORD);
    await addPasskey(caller);
    expect(await mustSetUp(caller)).toEqual({ viewer: { mustSetUpSecondStep: false } });
    expect(await skills(caller)).toBe('ANSWERED');
    expect(await removePasskey(caller)).toBe('LAST_SECOND_STEP');
    expect(await skills(caller)).toBe('ANSWERED');
    await addPasskey(caller);
    expect(await removePasskey(caller)).toBe('DONE');
    expect(await removePasskey(caller)).toBe('LAST_SECOND_STEP');
  });

  it('may be an authenticator app, and of two that are taken away at once, one stays', async () => {
    const caller = await api.signedIn('mentor', PASSWORD);
    const BEGIN = `mutation ($p: String!, $key: UUID!) { beginSecondFactor(currentPassword: $p, idempotencyKey: $key) { secret ${REFUSED} } }`;
    const { secret = '' } = await payloadOf(caller, BEGIN, { p: PASSWORD });
    const digits = (steps: number): string =>
      new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: 30, algorithm: 'SHA1' }).generate({
        timestamp: Date.now() + steps * 30_000,
      });
    const CONFIRM = `mutation ($code: String!, $key: UUID!) { confirmSecondFactor(code: $code, idempotencyKey: $key) { ${REFUSED} } }`;
    expect((await payloadOf(caller, CONFIRM, { code: digits(0) })).code).toBe('DONE');
    expect(await skills(caller)).toBe('ANSWERED');
    const REMOVE = `mutation ($p: String!, $code: String!, $key: UUID!) {
      removeSecondFactor(currentPassword: $p, code: $code, idempotencyKey: $key) { ${REFUSED} } }`;
    await addPasskey(caller);
    const codes = await Promise.all([
      payloadOf(caller, REMOVE, { p: PASSWORD, code: digits(1) }).then(({ code }) => code),
      removePasskey(caller),
    ]);
    expect(codes.sort()).toEqual(['DONE', 'LAST_SECOND_STEP']);
    expect(await skills(caller)).toBe('ANSWERED');
  });
});
