import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { testDatabase, type TestDatabase } from '#testing/database';
import { allMigrations } from './migrations/all-migrations';

const ROOT = path.resolve(__dirname, '..');
const SERVER_TIME =
  '((?<!app\\.)\\mnow\\(\\)|\\mcurrent_(date|time|timestamp)\\M|\\mlocaltime(stamp)?\\M|\\m(clock|statement|transaction)_timestamp\\()';

/** Statements of the application that ask the server's time, and why each may. */
const MACHINE_TIME: Readonly<Record<string, string>> = {
  'libs/features/notifications/client-messages.repository.ts':
    'leases of jobs: two processes must agree, whatever their clocks say',
  'libs/features/notifications/reminders.repository.ts':
    'leases of jobs: two processes must agree, whatever their clocks say',
  'libs/features/reporting/overview.repository.ts': 'the heartbeat of the worker, written by the same clock',
  'libs/features/users/factor-recovery.service.ts': 'a deadline of the door, judged by auth.remove_lost_factor',
  'libs/features/users/member-access.service.ts': 'a deadline of the door, judged by auth.find_login',
  'libs/features/users/members.repository.ts': 'a deadline of the door, judged by auth.find_login',
  'libs/platform/clock/clock.ts': 'the application’s clock itself',
  'libs/platform/health/readiness.ts': 'the heartbeat of the worker, written by the same clock',
  'libs/platform/jobs/heartbeat.ts': 'the heartbeat of the worker',
};

/** Two landed at once before this was looked at; they are told apart by name, and an applied migration is never renamed. */
const SHARED = ['1784000006000'];

describe('the one clock', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await testDatabase();
  });

  afterAll(() => database.close());

  const column = async (sql: string, parameters: unknown[] = []): Promise<string[]> =>
    (await database.admin.query<{ name: string }>(sql, parameters)).rows.map(({ name }) => name);

  async function told(settings: Readonly<Record<string, string>>, sql: string): Promise<unknown> {
    const client = await database.admin.connect();
    try {
      await client.query('begin');
      for (const [name, value] of Object.entries(settings))
        await client.query('select set_config($1, $2, true)', [name, value]);
      return (await client.query<{ told: unknown }>(sql)).rows[0]?.told;
    } finally {
      await client.query('rollback');
      client.release();
    }
  }

  it('is the instant that the transaction tells', async () => {
    const at = '2027-03-14T15:59:59.123Z';
    expect(await told({ 'app.now': at }, 'select app.now() as told')).toEqual(new Date(at));
  });

  it.each([
    ['2027-03-14T15:59:59.999Z', '2027-03-14'],
    ['2027-03-14T16:00:00.000Z', '2027-03-15'],
  ])('turns the day in Asia/Shanghai: at %s it is %s', async (at, day) => {
    expect(await told({ 'app.now': at }, 'select app.today()::text as told')).toBe(day);
  });

  it('is the server’s where nobody tells one', async () => {
    expect(await told({}, 'select app.now() = now() as told')).toBe(true);
    expect(await told({ 'app.now': '' }, 'select app.now() = now() as told')).toBe(true);
  });

  it('judges everything in the database but the door: no function asks the server for the time', async () => {
    const functions = `from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname in ('public', 'app', 'auth') and p.prokind in ('f', 'p') and pg_get_functiondef(p.oid) ~* $1
        and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`;
    expect(
      await column(`select p.oid::regproc::text as name ${functions} and n.nspname <> 'auth' order by 1`, [
        SERVER_TIME,
      ]),
    ).toEqual(['app.now']); // its own now() is the one that is left
    const atTheDoor = await column(`select p.oid::regproc::text as name ${functions} and n.nspname = 'auth'`, [
      SERVER_TIME,
    ]);
    expect(atTheDoor).toContain('auth.session'); // the pattern finds what it is meant to find
  });

  it.each([
    [
      'policy',
      `select polname as name from pg_policy
       where pg_get_expr(polqual, polrelid) ~* $1 or pg_get_expr(polwithcheck, polrelid) ~* $1`,
    ],
    ['check', `select conname as name from pg_constraint where contype = 'c' and pg_get_constraintdef(oid) ~* $1`],
    [
      'view',
      `select relname as name from pg_class where relkind in ('v', 'm') and relnamespace = 'public'::regnamespace
       and pg_get_viewdef(oid) ~* $1`,
    ],
    ['trigger', `select tgname as name from pg_trigger where not tgisinternal and pg_get_triggerdef(oid) ~* $1`],
    ['index', `select indexrelid::regclass::text as name from pg_index where pg_get_indexdef(indexrelid) ~* $1`],
  ])('and no %s does', async (_kind, sql) => {
    expect(await column(sql, [SERVER_TIME])).toEqual([]);
  });

  it('is asked by every statement of the application, but for a list of reasons', () => {
    const pattern = /(?<![.\w])(now\(\)|current_date|current_timestamp|clock_timestamp\(\))/;
    const asking = ['libs/features', 'libs/platform', 'apps'].flatMap((folder) =>
      readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
        .map((name) => `${folder}/${name}`)
        .filter((name) => /\.ts$/.test(name) && !/(spec|entity)\.ts$/.test(name) && !name.startsWith('apps/web/'))
        .filter((name) => pattern.test(readFileSync(path.join(ROOT, name), 'utf8'))),
    );
    expect(asking.sort()).toEqual(Object.keys(MACHINE_TIME).sort());
  });
});

describe('the migrations', () => {
  const timestamps = allMigrations.map(({ name }) => /\d{13}$/.exec(name)?.[0] ?? name);

  it('each have an instant of their own', () => {
    const twice = timestamps.filter((one, at) => timestamps.indexOf(one) !== at);
    expect(twice).toEqual(SHARED);
  });

  it('stand in the order in which they run', () => {
    expect(timestamps).toEqual([...timestamps].sort());
  });
});
