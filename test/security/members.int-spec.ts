import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { seedDatabase } from '#database/seeds/seed';
import { AccountLinks } from '#platform/auth/account-links';
import { Clock } from '#platform/clock/clock';
import { testApi, type TestApi, type TestCaller } from '#testing/api';
import { testDatabase, type TestDatabase } from '#testing/database';

const PASSWORD = 'members-spec-2026';
const NEXT = 'three-green-bowls';
const INVITE = `mutation ($input: MemberInput!, $key: UUID!) {
  inviteMember(input: $input, idempotencyKey: $key) { member { id status } oneTimeCode userErrors { code } } }`;
const ADD = `mutation ($id: ID!, $input: MembershipInput!, $key: UUID!) {
  addMembership(memberId: $id, input: $input, idempotencyKey: $key) { member { id status } userErrors { code } } }`;
const CHANGE = `mutation ($id: ID!, $version: Int!, $input: MemberChanges!, $key: UUID!) {
  changeMember(id: $id, expectedVersion: $version, input: $input, idempotencyKey: $key) { member { displayName version } userErrors { code } } }`;
const REINVITE = `mutation ($id: ID!, $byMail: Boolean!, $key: UUID!) {
  reinviteMember(id: $id, byMail: $byMail, idempotencyKey: $key) { oneTimeCode userErrors { code } } }`;
const act = (field: string): string =>
  `mutation ($id: ID!, $key: UUID!) { ${field}(id: $id, idempotencyKey: $key) { member { status accountStatus } userErrors { code } } }`;
const SIGN_IN = `mutation ($login: String!, $password: String!) {
  signIn(login: $login, password: $password) { viewer { role } userErrors { code } } }`;
const CHOOSE = `mutation ($token: String!, $next: String!) {
  choosePasswordByLink(token: $token, newPassword: $next) { taken userErrors { code } } }`;

interface Payload {
  readonly userErrors: readonly { readonly code: string }[];
  readonly member?: { readonly id: string; readonly status: string } | null;
  readonly oneTimeCode?: string | null;
}

describe('members, as their administrator keeps them', () => {
  const home = mkdtempSync(path.join(os.tmpdir(), 'tonggong-home-'));
  let database: TestDatabase;
  let api: TestApi;
  let administrator: TestCaller;
  let officeId: string;

  beforeAll(async () => {
    database = await testDatabase();
    const masterKey = randomBytes(32);
    await mkdir(path.join(home, 'secrets'), { recursive: true });
    await writeFile(path.join(home, 'secrets/master.key'), masterKey);
    await seedDatabase({ migrateUrl: database.urls.migrateUrl, masterKey, scale: 'county', demoPassword: PASSWORD });
    api = await testApi({ TONGGONG_HOME: home, DATABASE_APP_URL: database.urls.appUrl });
    administrator = await api.signedIn('administrator', PASSWORD);
    officeId =
      (await rows<{ id: string }>(`select id from organisation where kind = 'EMPLOYMENT_OFFICE' limit 1`))[0]?.id ?? '';
  });

  afterAll(async () => {
    await api.close();
    await database.close();
    rmSync(home, { recursive: true, force: true });
  });

  const rows = async <T extends object>(sql: string, parameters: unknown[] = []): Promise<T[]> =>
    (await database.admin.query<T>(sql, parameters)).rows;
  const run = async (call: string, variables: object, caller = administrator): Promise<Payload> => {
    const { data, errors } = await caller.ask(call, { ...variables, key: randomUUID() });
    expect(errors).toEqual([]);
    return Object.values(data ?? {})[0] as Payload;
  };
  const codeOf = async (call: string, variables: object, caller = administrator): Promise<string> =>
    (await run(call, variables, caller)).userErrors[0]?.code ?? 'DONE';
  const enter = (login: string, password: string): Promise<string> =>
    codeOf(SIGN_IN, { login, password }, api.stranger());
  const memberOf = async (login: string): Promise<string> =>
    (
      await rows<{ id: string }>(
        'select m.id from membership m join user_account a on a.id = m.account_id where a.login = $1 order by m.id',
        [login],
      )
    )[0]?.id ?? '';
  const tokenOf = async (login: string): Promise<string> => {
    const [link] = await rows<{ id: string }>(
      'select l.id from account_link l join user_account a on a.id = l.account_id where a.login = $1',
      [login],
    );
    return api.app.get(AccountLinks).tokenOf(link?.id ?? '');
  };
  const statusOf = async (login: string): Promise<string[]> =>
    (
      await rows<{ status: string }>(
        'select m.status from membership m join user_account a on a.id = m.account_id where a.login = $1 order by m.id',
        [login],
      )
    ).map(({ status }) => status);
  const newMember = (login: string, workEmail: string | null = null) => ({
    input: { login, displayName: '新同事', role: 'CASEWORKER', organisationId: officeId, workEmail },
  });

  it('waits for its owner after an invitation by mail, whose link she opens once', async () => {
    const { member, oneTimeCode } = await run(INVITE, newMember('mail.invited', 'new@office.example'));
    expect({ status: member?.status, oneTimeCode }).toEqual({ status: 'PENDING', oneTimeCode: null });
    expect(await enter('mail.invited', NEXT)).toBe('SIGN_IN_FAILED');
    const token = await tokenOf('mail.invited');
    expect(await codeOf(CHOOSE, { token, next: NEXT }, api.stranger())).toBe('DONE');
    expect(await statusOf('mail.invited')).toEqual(['ACTIVE']);
    expect(await enter('mail.invited', NEXT)).toBe('DONE');
    expect(await codeOf(CHOOSE, { token, next: 'four-yellow-cups-1' }, api.stranger())).toBe('LINK_SPENT');
  });

  it.each([
    ['71 hours', 'DONE'],
    ['72 hours 1 second', 'SIGN_IN_FAILED'],
  ])(
    'opens by a printed code that is %s old: %s, whatever the clock of the application says',
    async (age, expected) => {
      const login = `clock.${expected.toLowerCase().replaceAll('_', '.')}`;
      const clock = jest.spyOn(api.app.get(Clock), 'now').mockReturnValue(new Date('2020-01-01T00:00:00Z'));
      const { oneTimeCode } = await run(INVITE, newMember(login)).finally(() => clock.mockRestore());
      await rows(
        'update user_account set password_expires_at = password_expires_at - $2::interval where login = $1 returning id',
        [login, age],
      );
      expect(await enter(login, oneTimeCode ?? '')).toBe(expected);
    },
  );

  it('waits for its owner after a printed code, and is in use once she signs in', async () => {
    const { oneTimeCode } = await run(INVITE, newMember('code.invited'));
    expect(oneTimeCode).not.toBeNull();
    expect(await statusOf('code.invited')).toEqual(['PENDING']);
    expect(await enter('code.invited', 'ABCD-EFGH-2345')).toBe('SIGN_IN_FAILED');
    expect(await statusOf('code.invited')).toEqual(['PENDING']);
    expect(await enter('code.invited', oneTimeCode ?? '')).toBe('DONE');
    expect(await statusOf('code.invited')).toEqual(['ACTIVE']);
  });

  it.each([
    ['72 hours', 'LINK_SPENT', 'PENDING'],
    ['71 hours 59 minutes', 'DONE', 'ACTIVE'],
  ])('takes an invitation that is %s old: %s', async (age, expected, status) => {
    const login = `aged-${expected.toLowerCase().replace('_', '-')}`;
    await run(INVITE, newMember(login, 'aged@office.example'));
    await rows('update account_link set expires_at = expires_at - $1::interval where used_at is null', [age]);
    expect(await codeOf(CHOOSE, { token: await tokenOf(login), next: NEXT }, api.stranger())).toBe(expected);
    expect(await statusOf(login)).toEqual([status]);
  });

  it.each([
    ['a login with a blank', { login: 'a b' }, 'MALFORMED_LOGIN'],
    ['a login that is taken', { login: 'trainer' }, 'LOGIN_TAKEN'],
    ['an address that is none', { workEmail: 'not-an-address' }, 'MALFORMED_ADDRESS'],
    ['a role that is for clients', { role: 'CLIENT' }, 'ROLE_NOT_ALLOWED'],
    ['a role of another kind of organisation', { role: 'TRAINER' }, 'ROLE_NOT_ALLOWED'],
  ])('is not invited with %s', async (_, changed, code) => {
    const before = await rows('select id from user_account order by id');
    const { input } = newMember('never-made');
    expect(await codeOf(INVITE, { input: { ...input, ...changed } })).toBe(code);
    expect(await rows('select id from user_account order by id')).toEqual(before);
    expect(
      await rows(
        `select 1 from outbox_event where job = 'account-link.deliver' and done_at is null and created_at > now()`,
      ),
    ).toEqual([]);
  });

  it('gets one more role without a new password, never from herself', async () => {
    const input = { role: 'AUDITOR', organisationId: officeId };
    expect(await codeOf(ADD, { id: await memberOf('fund'), input })).toBe('DONE');
    expect(await codeOf(ADD, { id: await memberOf('fund'), input })).toBe('ALREADY_MEMBER');
    expect(await codeOf(ADD, { id: await memberOf('administrator'), input })).toBe('OWN_MEMBERSHIP');
    expect(await statusOf('fund')).toEqual(['ACTIVE', 'ACTIVE']);
    expect(await statusOf('administrator')).toEqual(['ACTIVE']);
    const fund = await api.signedIn('fund', PASSWORD);
    const { data } = await fund.ask('{ ownAccount { memberships { role } } }');
    expect(data).toEqual({ ownAccount: { memberships: [{ role: 'FUND_OFFICER' }, { role: 'AUDITOR' }] } });
  });

  it('is renamed by who has seen the last version', async () => {
    const id = await memberOf('trainer');
    expect(await codeOf(CHANGE, { id, version: 1, input: { displayName: '罗庆华' } })).toBe('DONE');
    expect(await codeOf(CHANGE, { id, version: 1, input: { displayName: '罗庆' } })).toBe('STALE_VERSION');
    expect(await codeOf(CHANGE, { id, version: 2, input: { displayName: ' ' } })).toBe('REQUIRED');
    expect(await rows('select display_name as name, version from membership where id = $1', [id])).toEqual([
      { name: '罗庆华', version: 2 },
    ]);
  });

  it('is out at once when her account is disabled, and in again when it is enabled', async () => {
    const id = await memberOf('finance');
    const finance = await api.signedIn('finance', PASSWORD);
    expect(await codeOf(act('disableAccount'), { id })).toBe('DONE');
    expect((await finance.ask('{ ownAccount { id } }')).errors[0]?.extensions.code).toBe('NOT_AUTHENTICATED');
    expect(await enter('finance', PASSWORD)).toBe('SIGN_IN_FAILED');
    expect(await codeOf(act('disableAccount'), { id })).toBe('WRONG_STATE');
    expect(await codeOf(act('enableAccount'), { id })).toBe('DONE');
    expect(await enter('finance', PASSWORD)).toBe('DONE');
  });

  it('is let in by a new code, which ends the password before it; nobody does that for herself', async () => {
    const id = await memberOf('mentor');
    const mentor = await api.signedIn('mentor', PASSWORD);
    const { oneTimeCode } = await run(REINVITE, { id, byMail: false });
    expect((await mentor.ask('{ ownAccount { id } }')).errors[0]?.extensions.code).toBe('NOT_AUTHENTICATED');
    expect(await enter('mentor', PASSWORD)).toBe('SIGN_IN_FAILED');
    expect(await enter('mentor', oneTimeCode ?? '')).toBe('DONE');
    const own = await memberOf('administrator');
    for (const call of [act('disableAccount'), act('endMembership')])
      expect(await codeOf(call, { id: own })).toBe('OWN_MEMBERSHIP');
    expect(await codeOf(REINVITE, { id: own, byMail: false })).toBe('OWN_MEMBERSHIP');
    expect(await enter('administrator', PASSWORD)).toBe('DONE');
  });

  it('leaves the county with an administrator: of two who end each other at once one stays', async () => {
    const { member, oneTimeCode } = await run(INVITE, {
      input: { login: 'second.admin', displayName: '第二位', role: 'ADMINISTRATOR', organisationId: officeId },
    });
    const other = await api.signedIn('second.admin', oneTimeCode ?? '');
    const CHANGE_PASSWORD = `mutation ($input: PasswordChangeInput!, $key: UUID!) {
      changePassword(input: $input, idempotencyKey: $key) { userErrors { code } } }`;
    await run(CHANGE_PASSWORD, { input: { currentPassword: oneTimeCode, newPassword: NEXT } }, other);
    const [first, second] = await Promise.all([
      administrator.ask(act('disableAccount'), { id: member?.id, key: randomUUID() }),
      other.ask(act('disableAccount'), { id: await memberOf('administrator'), key: randomUUID() }),
    ]);
    const done = [first, second].filter(
      ({ data, errors }) =>
        errors.length === 0 && (data?.['disableAccount'] as Payload | undefined)?.userErrors.length === 0,
    );
    expect(done).toHaveLength(1);
    const able = await rows(
      `select 1 from membership m join user_account a on a.id = m.account_id where m.role = 'ADMINISTRATOR' and m.status = 'ACTIVE' and a.status = 'ACTIVE'`,
    );
    expect(able).toHaveLength(1);
    await rows(`update user_account set status = 'ACTIVE' where login = 'administrator'`);
    administrator = await api.signedIn('administrator', PASSWORD);
  });

  it.each([
    [{ search: '罗庆华' }, ['trainer']],
    [{ search: 'HR2' }, ['hr2']],
    [{ role: 'AUDITOR' }, ['auditor', 'fund']],
    [{ role: 'AUDITOR', search: 'fund' }, ['fund']],
    [{ search: '%' }, []],
  ])('is found by %j', async (filter, logins) => {
    const { data } = await administrator.ask(
      'query ($filter: MemberFilter) { members(first: 50, filter: $filter) { totalCount edges { node { login } } } }',
      { filter },
    );
    const { totalCount, edges } = data?.['members'] as { totalCount: number; edges: { node: { login: string } }[] };
    expect(edges.map(({ node }) => node.login)).toEqual(logins);
    expect(totalCount).toBe(logins.length);
  });
});
