import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { DEMO_LOGINS } from '#database/seeds/members.seed';
import { seedDatabase } from '#database/seeds/seed';
import { testApi, type TestApi, type TestCaller } from '#testing/api';
import { testDatabase, type TestDatabase } from '#testing/database';
import { sessionKeyOf } from './support/session-of';

const PASSWORD = 'session-limits-2026';
const OWN = '{ ownAccount { id } }';

/** Minutes unused, hours in all: security.md, "Sign-in", written down a second time. */
const LIMITS: Readonly<Record<string, readonly [idleMinutes: number, hours: number]>> = {
  ENTERPRISE_HR: [30, 12],
  CLIENT: [30, 12],
};
const STAFF = [15, 10] as const;

const logins = DEMO_LOGINS.filter(({ role }, n) => DEMO_LOGINS.findIndex((one) => one.role === role) === n);

describe('a session', () => {
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

  const answerOf = async (caller: TestCaller): Promise<string> =>
    (await caller.ask(OWN)).errors[0]?.extensions.code ?? 'OPEN';

  /**
   * Sessions live by the database's clock, which no test may move: instead the whole session is moved into the past, as
   * if it had begun and had last been used that much earlier.
   */
  async function timeGoesBy(caller: TestCaller, since: 'last use' | 'sign-in', seconds: number): Promise<void> {
    const moved =
      since === 'last use'
        ? 'last_seen_at = last_seen_at - $2::interval'
        : 'started_at = started_at - $2::interval, ends_at = ends_at - $2::interval';
    const { rowCount } = await database.admin.query(`update session set ${moved} where id_hash = $1`, [
      sessionKeyOf(caller),
      `${seconds} seconds`,
    ]);
    expect(rowCount).toBe(1);
  }

  it.each(logins.map(({ login, role }) => [role, login, ...(LIMITS[role] ?? STAFF)] as const))(
    'of %s (%s) ends %i minutes after its last use and %i hours after it began, and no sooner',
    async (_, login, idleMinutes, hours) => {
      const caller = await api.signedIn(login, PASSWORD);
      await timeGoesBy(caller, 'last use', idleMinutes * 60 - 20);
      expect(await answerOf(caller)).toBe('OPEN'); // and is in use again from here on
      await timeGoesBy(caller, 'last use', idleMinutes * 60 + 1);
      expect(await answerOf(caller)).toBe('NOT_AUTHENTICATED');
      const second = await api.signedIn(login, PASSWORD);
      await timeGoesBy(second, 'sign-in', hours * 3_600 - 20);
      expect(await answerOf(second)).toBe('OPEN');
      await timeGoesBy(second, 'sign-in', 21);
      expect(await answerOf(second)).toBe('NOT_AUTHENTICATED');
    },
  );

  const seenAgo = async (caller: TestCaller): Promise<number> =>
    (
      await database.admin.query<{ seconds: number }>(
        'select extract(epoch from now() - last_seen_at)::int as seconds from session where id_hash = $1',
        [sessionKeyOf(caller)],
      )
    ).rows[0]?.seconds ?? -1;

  /** Opens the stream of what changed and leaves it again. */
  async function listen(caller: TestCaller): Promise<number> {
    const leaving = new AbortController();
    const headers = { cookie: caller.cookie() ?? '' };
    const { status } = await fetch(`${api.baseUrl}/live`, { headers, signal: leaving.signal });
    leaving.abort();
    return status;
  }

  it.each<[string, (caller: TestCaller) => Promise<string | number>, string | number]>([
    [
      'asks by itself',
      async (caller) =>
        (await caller.ask(OWN, {}, { 'x-tonggong-background': '1' })).errors[0]?.extensions.code ?? 'OPEN',
      'OPEN',
    ],
    ['listens', listen, 200],
  ])('is not kept alive by a page that %s, only by somebody at it', async (_, work, expected) => {
    const [alone, attended] = [await api.signedIn('auditor', PASSWORD), await api.signedIn('auditor', PASSWORD)];
    for (const caller of [alone, attended]) {
      await timeGoesBy(caller, 'last use', 14 * 60);
      expect(await work(caller)).toBe(expected);
      expect(await seenAgo(caller)).toBeGreaterThanOrEqual(14 * 60);
    }
    expect(await answerOf(attended)).toBe('OPEN');
    expect(await seenAgo(attended)).toBeLessThan(60);
    for (const caller of [alone, attended]) await timeGoesBy(caller, 'last use', 61);
    expect(await answerOf(alone)).toBe('NOT_AUTHENTICATED');
    expect(await answerOf(attended)).toBe('OPEN');
  });

  it.each<[string, (caller: TestCaller) => Promise<unknown>]>([
    ['its holder signed out', (caller) => caller.ask('mutation { signOut { signedOut } }')],
    [
      'the account was disabled',
      () => database.admin.query(`update user_account set status = 'DISABLED' where login = 'mentor'`),
    ],
    [
      'the membership ended',
      async () => {
        const { rows } = await database.admin.query<{ id: string }>(
          `select m.id from membership m join user_account a on a.id = m.account_id where a.login = 'mentor'`,
        );
        const administrator = await api.signedIn('administrator', PASSWORD);
        const END =
          'mutation ($id: ID!, $key: UUID!) { endMembership(id: $id, idempotencyKey: $key) { userErrors { code } } }';
        return administrator.ask(END, { id: rows[0]?.id ?? '', key: randomUUID() });
      },
    ],
  ])('is dead with the first request after %s', async (cause, act) => {
    await database.admin.query(`update user_account set status = 'ACTIVE' where login = 'mentor'`);
    const [here, there] = [await api.signedIn('mentor', PASSWORD), await api.signedIn('mentor', PASSWORD)];
    expect(await answerOf(here)).toBe('OPEN');
    const sid = here.cookie() ?? '';
    await act(here);
    const response = await fetch(`${api.baseUrl}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: sid },
      body: JSON.stringify({ query: OWN }),
    });
    expect(await response.text()).toContain('NOT_AUTHENTICATED');
    expect(await answerOf(there)).toBe(cause === 'its holder signed out' ? 'OPEN' : 'NOT_AUTHENTICATED');
  });

  it('acts under the new role, and no longer under the old one, with the first request after a change of role', async () => {
    const caller = await api.signedIn('fund', PASSWORD);
    expect((await caller.ask('{ auditChain { id } }')).errors[0]?.extensions.code).toBe('FORBIDDEN');
    await database.admin.query(
      `update membership set role = 'AUDITOR' where account_id = (select id from user_account where login = 'fund')`,
    );
    expect((await caller.ask('{ auditChain { id } }')).errors).toEqual([]);
  });
});
