import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { rolesHome, testDatabase, testServer, type TestDatabase } from '#testing/database';
import { constraintDrift } from './constraint-drift';
import { createDataSource } from './data-source';
import { migrate } from './migrate';
import { allMigrations } from './migrations/all-migrations';
import { scramVerifier } from './scram';

describe('migrate', () => {
  const home = rolesHome(testServer());
  const name = `migrate_${process.pid}`;
  const visitor = `visitor_${process.pid}`;
  let server: pg.Client;

  beforeAll(async () => {
    server = new pg.Client({ connectionString: testServer() });
    await server.connect();
    await server.query(`create role ${visitor} login password 'visitor'`);
  });

  afterAll(async () => {
    await server.query(`drop role ${visitor}`);
    await server.end();
  });

  beforeEach(() => server.query(`create database ${name}`));
  afterEach(() => server.query(`drop database ${name} with (force)`));

  const addressOf = (user?: string): string => {
    const url = new URL(testServer());
    url.pathname = `/${name}`;
    if (user !== undefined) [url.username, url.password] = [user, 'visitor'];
    return url.toString();
  };

  async function inside<T extends object>(sql: string): Promise<T[]> {
    const client = new pg.Client({ connectionString: addressOf() });
    await client.connect();
    try {
      return (await client.query<T>(sql)).rows;
    } finally {
      await client.end();
    }
  }

  it('makes every table once when two start at the same time, owned by the owner alone', async () => {
    const [first, second] = await Promise.all([migrate(addressOf(), home), migrate(addressOf(), home)]);
    expect(second).toEqual(first);
    expect(first.isEmpty).toBe(true);
    const owners = await inside<{ owner: string }>(
      `select distinct relowner::regrole::text as owner
         from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
    );
    expect(owners).toEqual([{ owner: 'tonggong_owner' }]);
    const done = await inside<{ name: string }>('select name from migrations order by id');
    expect(done.map((migration) => migration.name)).toEqual(allMigrations.map((migration) => migration.name));
  });

  it('says that a database with a county is not empty', async () => {
    await migrate(addressOf(), home);
    await inside(`insert into county (id, code, name, product_name) values (gen_random_uuid(), '421222', 'a', 'b')`);
    expect((await migrate(addressOf(), home)).isEmpty).toBe(false);
  });

  it('tells a role without rights what to run, and goes on once that was run', async () => {
    const refusal = await migrate(addressOf(visitor), home).then(
      () => '',
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    );
    const [sentence = '', ...statements] = refusal.split('\n\n');
    expect(sentence).toMatch(/may not prepare the database/);
    await inside(statements.join('\n'));
    const urls = await migrate(addressOf(visitor), home);
    expect(urls.isEmpty).toBe(true);
  });

  it('makes passwords that nobody else can read, and shows them in no statement that it asks for', async () => {
    const strange = await mkdtemp(path.join(os.tmpdir(), 'tonggong-home-'));
    try {
      await migrate(addressOf(), home);
      const refusal = await migrate(addressOf(visitor), strange).catch((error: unknown) => error);
      expect(refusal).toMatchObject({ message: expect.stringMatching(/other passwords[^]*SCRAM-SHA-256/) as string });
      const folder = path.join(strange, 'secrets');
      const files = await readdir(folder);
      expect(files).toHaveLength(4);
      for (const file of files) expect((await stat(path.join(folder, file))).mode & 0o777).toBe(0o600);
    } finally {
      await rm(strange, { recursive: true });
    }
  });
});

describe('the tables that the migrations make', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await testDatabase();
  });

  afterAll(() => database.close());

  it('are those of the entities: generating again yields nothing', async () => {
    const dataSource = await createDataSource(database.adminUrl, { poolMax: 1 }).initialize();
    try {
      const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
      expect(upQueries.map(({ query }) => query)).toEqual([]);
      expect(await constraintDrift(dataSource)).toEqual([]);
    } finally {
      await dataSource.destroy();
    }
  });

  it.each([
    [
      'a closed list',
      `alter table job_slot drop constraint job_slot_status_check, add constraint job_slot_status_check check (status in ('OPEN', 'HELD'))`,
      'job_slot.job_slot_status_check',
    ],
    [
      'the condition of an index',
      `drop index placement_slot_live_idx; create unique index placement_slot_live_idx on placement (county_id, slot_id) where status = 'ACTIVE'`,
      'placement.placement_slot_live_idx',
    ],
    [
      'an exclusion',
      `alter table lesson drop constraint lesson_room_excl, add constraint lesson_room_excl exclude using gist (room_id with =, tstzrange(starts_at, ends_at) with &&)`,
      'lesson.lesson_room_excl',
    ],
  ])('are found out when %s differs, which TypeORM does not see', async (_, change, drifted) => {
    const changed = await testDatabase();
    const dataSource = await createDataSource(changed.adminUrl, { poolMax: 1 }).initialize();
    try {
      await changed.admin.query(change);
      expect(await constraintDrift(dataSource)).toEqual([drifted]);
    } finally {
      await dataSource.destroy();
      await changed.close();
    }
  });
});

describe('scramVerifier', () => {
  it('lets a role sign in with the password and with no other', async () => {
    const role = `scram_${process.pid}`;
    const password = randomBytes(12).toString('hex');
    const server = new pg.Client({ connectionString: testServer() });
    await server.connect();
    const signIn = async (tried: string): Promise<void> => {
      const url = new URL(testServer());
      [url.username, url.password] = [role, tried];
      const client = new pg.Client({ connectionString: url.toString() });
      await client.connect();
      await client.end();
    };
    try {
      await server.query(`create role ${role} login password '${scramVerifier(password)}'`);
      await signIn(password);
      await expect(signIn('another')).rejects.toThrow(/password authentication failed/);
    } finally {
      await server.query(`drop role ${role}`);
      await server.end();
    }
  });
});
