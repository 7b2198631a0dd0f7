import { randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import { seedDatabase } from '#database/seeds/seed';
import { testDatabase, type TestDatabase } from '#testing/database';

interface CountyTable {
  readonly name: string;
  readonly rows: number;
}

describe('the database, asked under the application role with no policy layer in between', () => {
  let database: TestDatabase;
  let client: pg.Client;
  let countyId: string;
  let tables: CountyTable[];

  beforeAll(async () => {
    database = await testDatabase();
    await seedDatabase({
      migrateUrl: database.urls.migrateUrl,
      masterKey: randomBytes(32),
      scale: 'county',
      demoPassword: null,
    });
    countyId = (await database.admin.query<{ id: string }>('select id from county')).rows[0]?.id ?? '';
    const { rows } = await database.admin.query<{ name: string }>(
      `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'public' and c.relkind = 'r' and c.relforcerowsecurity order by 1`,
    );
    tables = [];
    for (const { name } of rows) {
      const counted = await database.admin.query<{ n: number }>(`select count(*)::int as n from "${name}"`);
      tables.push({ name, rows: counted.rows[0]?.n ?? 0 });
    }
    client = new pg.Client({ connectionString: database.urls.appUrl });
    await client.connect();
  });

  afterAll(async () => {
    await client.end();
    await database.close();
  });

  async function seen(table: string, context: Readonly<Record<string, string>>): Promise<number> {
    await client.query('begin read only');
    for (const [name, value] of Object.entries(context))
      await client.query('select set_config($1, $2, true)', [name, value]);
    const { rows } = await client.query<{ n: number }>(`select count(*)::int as n from "${table}"`);
    await client.query('rollback');
    return rows[0]?.n ?? 0;
  }

  it('shows no row of any county table where no county is set', async () => {
    for (const { name } of tables) expect([name, await seen(name, {})]).toEqual([name, 0]);
  });

  it.each(['SUPERVISOR', 'CASEWORKER', 'ADMINISTRATOR', 'ENTERPRISE_HR', 'CLIENT', 'AUDITOR', 'SYSTEM:test'])(
    'shows %s of another county no row of any table',
    async (role) => {
      const context = {
        'app.county': randomUUID(),
        'app.role': role,
        'app.account': randomUUID(),
        'app.membership': randomUUID(),
      };
      for (const { name } of tables) expect([name, await seen(name, context)]).toEqual([name, 0]);
    },
  );

  it('shows a job of the county every row: the control that the zeros above mean something', async () => {
    const filled = tables.filter(({ rows }) => rows > 0);
    expect(filled.length).toBeGreaterThan(20);
    for (const { name, rows } of filled) {
      expect([name, await seen(name, { 'app.county': countyId, 'app.role': 'SYSTEM:test' })]).toEqual([name, rows]);
    }
  });

  it('shows a caseworker her own caseload and nobody else', async () => {
    const { rows } = await database.admin.query<{ id: string; n: number }>(
      'select caseworker_membership_id as id, count(*)::int as n from client group by 1 order by 1 limit 1',
    );
    const [caseload] = rows;
    expect(caseload?.n).toBeGreaterThan(0);
    const context = { 'app.county': countyId, 'app.role': 'CASEWORKER', 'app.membership': caseload?.id ?? '' };
    expect(await seen('client', context)).toBe(caseload?.n);
  });

  it('shows an administrator no client, no referral, no placement and no pay', async () => {
    const context = { 'app.county': countyId, 'app.role': 'ADMINISTRATOR' };
    for (const table of [
      'client',
      'referral',
      'placement',
      'payroll_line',
      'pay_finding',
      'consent_grant',
      'contact',
    ]) {
      expect([table, await seen(table, context)]).toEqual([table, 0]);
    }
  });
});
