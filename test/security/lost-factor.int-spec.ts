import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { seedDatabase } from '#database/seeds/seed';
import { testApi, type TestApi, type TestCaller } from '#testing/api';
import { testDatabase, type TestDatabase } from '#testing/database';

const PASSWORD = 'lost-factor-spec-26';
const OWN = `mutation ($login: String!, $password: String!) {
  requestOwnFactorRecovery(login: $login, password: $password) { taken userErrors { code } } }`;
const FOR = `mutation ($id: ID!, $key: UUID!) {
  requestFactorRecovery(memberId: $id, idempotencyKey: $key) { factorRecovery { id mayDecide byOwner } userErrors { code } } }`;
const CONFIRM = `mutation ($id: ID!, $key: UUID!) {
  confirmFactorRecovery(id: $id, idempotencyKey: $key) { factorRecovery { status } userErrors { code } } }`;
const REFUSE = `mutation ($id: ID!, $key: UUID!) {
  refuseFactorRecovery(id: $id, idempotencyKey: $key) { factorRecovery { status } userErrors { code } } }`;
const SIGN_IN = `mutation ($login: String!, $password: String!) {
  signIn(login: $login, password: $password) { viewer { role } userErrors { code } } }`;

interface Payload {
  readonly userErrors: readonly { readonly code: string }[];
  readonly factorRecovery?: { readonly id: string; readonly mayDecide: boolean } | null;
}

describe('a lost second step', () => {
  const home = mkdtempSync(path.join(os.tmpdir(), 'tonggong-home-'));
  let database: TestDatabase;
  let api: TestApi;
  let administrator: TestCaller;
  let supervisor: TestCaller;

  beforeAll(async () => {
    database = await testDatabase();
    const masterKey = randomBytes(32);
    await mkdir(path.join(home, 'secrets'), { recursive: true });
    await writeFile(path.join(home, 'secrets/master.key'), masterKey);
    await seedDatabase({ migrateUrl: database.urls.migrateUrl, masterKey, scale: 'county', demoPassword: PASSWORD });
    api = await testApi({ TONGGONG_HOME: home, DATABASE_APP_URL: database.urls.appUrl });
    administrator = await api.signedIn('administrator', PASSWORD);
    supervisor = await api.signedIn('supervisor', PASSWORD);
  });

  afterAll(async () => {
    await api.close();
    await database.close();
    rmSync(home, { recursive: true, force: true });
  });

  const rows = async <T extends object>(sql: string, parameters: unknown[] = []): Promise<T[]> =>
    (await database.admin.query<T>(sql, parameters)).rows;
  const run = async (caller: TestCaller, call: string, variables: object): Promise<Payload> => {
    const { data, errors } = await caller.ask(call, { ...variables, key: randomUUID() });
    expect(errors).toEqual([]);
    return Object.values(data ?? {})[0] as Payload;
  };
  const codeOf = async (caller: TestCaller, call: string, variables: object): Promise<string> =>
    (await run(caller, call, variables)).userErrors[0]?.code ?? 'DONE';
  const memberOf = async (login: string): Promise<string> =>
    (
      await rows<{ id: string }>(
        'select m.id from membership m join user_account a on a.id = m.account_id where a.login = $1',
        [login],
      )
    )[0]?.id ?? '';
  const factors = async (login: string): Promise<number> =>
    (await rows('select 1 from second_factor f join user_account a on a.id = f.account_id where a.login = $1', [login]))
      .length;
  const switchedOn = async (login: string): Promise<void> => {
    await rows(
      `insert into second_factor (account_id, secret_enc, confirmed_at) select id, '\\x00', now() from user_account where login = $1`,
      [login],
    );
    await rows(
      `insert into recovery_code (account_id, code_hash) select id, sha256(login::bytea) from user_account where login = $1`,
      [login],
    );
  };
  const openOf = async (login: string): Promise<string> =>
    (
      await rows<{ id: string }>(
        `select r.id from factor_recovery r join user_account a on a.id = r.account_id where a.login = $1 and r.status = 'OPEN'`,
        [login],
      )
    )[0]?.id ?? '';

  it('is asked back by its owner with her password alone, and by nobody else', async () => {
    await switchedOn('trainer');
    expect(await codeOf(api.stranger(), OWN, { login: 'trainer', password: 'not-the-password' })).toBe(
      'SIGN_IN_FAILED',
    );
    expect(await codeOf(api.stranger(), OWN, { login: 'nobody-has-this', password: PASSWORD })).toBe('SIGN_IN_FAILED');
    expect(await rows('select 1 from factor_recovery')).toEqual([]);
    expect(await codeOf(api.stranger(), OWN, { login: 'trainer', password: PASSWORD })).toBe('DONE');
    expect(await codeOf(api.stranger(), OWN, { login: 'trainer', password: PASSWORD })).toBe('DONE');
    expect(await rows('select 1 from factor_recovery')).toHaveLength(1);
    expect(await factors('trainer')).toBe(1);
  });

  it('goes when another person confirms: with all sign-ins, and the owner is told', async () => {
    const id = await openOf('trainer');
    const seen = await supervisor.ask('{ factorRecoveries { id byOwner mayDecide displayName } }');
    expect(seen.data).toMatchObject({ factorRecoveries: [{ id, byOwner: true, mayDecide: true }] });
    expect(await codeOf(supervisor, CONFIRM, { id })).toBe('DONE');
    expect(await factors('trainer')).toBe(0);
    expect(
      await rows(`select 1 from recovery_code c join user_account a on a.id = c.account_id where a.login = 'trainer'`),
    ).toEqual([]);
    expect(await codeOf(api.stranger(), SIGN_IN, { login: 'trainer', password: PASSWORD })).toBe('DONE');
    expect(await codeOf(supervisor, CONFIRM, { id })).toBe('WRONG_STATE');
    const told = await rows(
      `select 1 from outbox_event where job = 'account.notice' and data->>'kind' = 'FACTOR_REMOVED'`,
    );
    expect(told).toHaveLength(1);
  });

  it('is not confirmed by who asked for it', async () => {
    await switchedOn('base');
    const { factorRecovery } = await run(administrator, FOR, { id: await memberOf('base') });
    expect(factorRecovery?.mayDecide).toBe(false);
    expect(await codeOf(administrator, FOR, { id: await memberOf('base') })).toBe('RECOVERY_REQUESTED');
    expect(await codeOf(administrator, CONFIRM, { id: factorRecovery?.id })).toBe('ANOTHER_PERSON_REQUIRED');
    expect(await factors('base')).toBe(1);
    expect(await codeOf(supervisor, CONFIRM, { id: factorRecovery?.id })).toBe('DONE');
    expect(await factors('base')).toBe(0);
  });

  it('is not confirmed by its owner, nor by another account of the same person', async () => {
    await switchedOn('supervisor2');
    expect(await codeOf(api.stranger(), OWN, { login: 'supervisor2', password: PASSWORD })).toBe('DONE');
    const id = await openOf('supervisor2');
    const theirs = `(select id from user_account where login = 'supervisor2')`;
    for (const [sameBy, back] of [
      [
        `update user_account set person_id = ${theirs} where login = 'supervisor'`,
        `update user_account set person_id = null where login = 'supervisor'`,
      ],
      [
        `update membership set work_email = 'SUPERVISOR2@tongcheng.example' where id = '${await memberOf('supervisor')}'`,
        `update membership set work_email = 'supervisor@tongcheng.example' where id = '${await memberOf('supervisor')}'`,
      ],
    ] as const) {
      await rows(sameBy);
      expect(await codeOf(supervisor, CONFIRM, { id })).toBe('ANOTHER_PERSON_REQUIRED');
      await rows(back);
    }
    // The owner herself, in a session that was open before she lost it.
    await rows(`delete from second_factor where account_id = (select account_id from membership where id = $1)`, [
      await memberOf('supervisor2'),
    ]);
    const owner = await api.signedIn('supervisor2', PASSWORD);
    await switchedOn('supervisor2').catch(() => undefined);
    expect(await codeOf(owner, CONFIRM, { id })).toBe('ANOTHER_PERSON_REQUIRED');
    expect(await codeOf(supervisor, CONFIRM, { id })).toBe('DONE');
    expect((await owner.ask('{ ownAccount { id } }')).errors[0]?.extensions.code).toBe('NOT_AUTHENTICATED');
  });

  it('may be passkeys alone: they go too, and nobody else loses one', async () => {
    const left = (login: string): Promise<object[]> =>
      rows('select 1 from passkey p join user_account a on a.id = p.account_id where a.login = $1', [login]);
    for (const login of ['supervisor2', 'trainer'])
      await rows(
        `insert into passkey (id, account_id, credential_id, public_key, name)
         select gen_random_uuid(), id, login, '\\x00', 'key' from user_account where login = $1`,
        [login],
      );
    await run(administrator, FOR, { id: await memberOf('trainer') });
    expect(await codeOf(supervisor, CONFIRM, { id: await openOf('trainer') })).toBe('DONE');
    expect(await left('trainer')).toEqual([]);
    expect(await left('supervisor2')).toHaveLength(1);
    expect(await codeOf(api.stranger(), SIGN_IN, { login: 'trainer', password: PASSWORD })).toBe('DONE');
  });

  it('is confirmed once: of ten at once one does it', async () => {
    await switchedOn('hr');
    await run(administrator, FOR, { id: await memberOf('hr') });
    const id = await openOf('hr');
    const codes = await Promise.all(Array.from({ length: 10 }, () => codeOf(supervisor, CONFIRM, { id })));
    expect(codes.filter((code) => code === 'DONE')).toHaveLength(1);
    expect(codes.filter((code) => code === 'WRONG_STATE')).toHaveLength(9);
  });

  it.each([
    ['72 hours', 'WRONG_STATE', 1],
    ['71 hours 59 minutes', 'DONE', 0],
  ])('takes a request that is %s old: %s', async (age, expected, left) => {
    await rows(`delete from second_factor where account_id = (select id from user_account where login = 'hr2')`);
    await rows(`delete from recovery_code where account_id = (select id from user_account where login = 'hr2')`);
    await switchedOn('hr2');
    await run(administrator, FOR, { id: await memberOf('hr2') });
    const id = await openOf('hr2');
    await rows('update factor_recovery set expires_at = expires_at - $2::interval where id = $1', [id, age]);
    expect(await codeOf(supervisor, CONFIRM, { id })).toBe(expected);
    expect(await factors('hr2')).toBe(left);
  });

  it('stays when the other person refuses, and where there is none nothing is asked', async () => {
    await switchedOn('mentor');
    await run(administrator, FOR, { id: await memberOf('mentor') });
    const id = await openOf('mentor');
    expect(await codeOf(supervisor, REFUSE, { id })).toBe('DONE');
    expect(await factors('mentor')).toBe(1);
    expect(await codeOf(supervisor, CONFIRM, { id })).toBe('WRONG_STATE');
    expect(await codeOf(administrator, FOR, { id: await memberOf('fund') })).toBe('WRONG_STATE');
    expect(await codeOf(administrator, FOR, { id: randomUUID() })).toBe('NOT_FOUND');
  });

  it('stands in the trail, step by step', async () => {
    const acts = await rows<{ action: string }>(
      `select distinct action from audit_entry where action like 'account.%' order by 1`,
    );
    expect(acts.map(({ action }) => action)).toEqual([
      'account.factor-recovery-refused',
      'account.factor-recovery-requested',
      'account.second-factor-recovered',
    ]);
  });
});
