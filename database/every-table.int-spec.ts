import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { testDatabase, type TestDatabase } from '#testing/database';

interface PlantedTable {
  readonly name: string;
  /** Columns of a planted row but county_id, and a value of each as SQL. */
  readonly columns: readonly string[];
  readonly values: readonly string[];
}

/** Written by a trigger of the owner alone, or only in the actor’s true name. */
const NOT_BY_HAND = ['audit_head', 'audit_link', 'audit_entry'];

/** A value of each type that stands in a column, as SQL. */
const SAMPLES: Readonly<Record<string, string>> = {
  uuid: 'gen_random_uuid()',
  text: `'x'`,
  'text[]': `'{}'`,
  'uuid[]': `'{}'`,
  integer: '1',
  'double precision': '0.5',
  bigint: '1',
  'numeric(4,1)': '1',
  boolean: 'false',
  date: `'2026-01-01'`,
  'timestamp with time zone': `'2026-01-01T00:00:00Z'`,
  jsonb: `'{}'`,
  bytea: `'\\x00'`,
};

describe('two counties with a row in every table, asked under the application role', () => {
  const own = randomUUID();
  const other = randomUUID();
  let database: TestDatabase;
  let client: pg.Client;
  let tables: PlantedTable[];

  beforeAll(async () => {
    database = await testDatabase();
    await dropRules(database.admin);
    tables = await countyTables(database.admin);
    for (const county of [own, other]) {
      for (const table of tables) await database.admin.query(insertInto(table, county));
    }
    client = new pg.Client({ connectionString: database.urls.appUrl });
    await client.connect();
  });

  afterAll(async () => {
    await client.end();
    await database.close();
  });

  async function asJobOf<T>(county: string, work: () => Promise<T>): Promise<T> {
    await client.query('begin');
    await client.query(`select set_config('app.county', $1, true), set_config('app.role', 'SYSTEM:test', true)`, [
      county,
    ]);
    try {
      return await work();
    } finally {
      await client.query('rollback');
    }
  }

  const counties = async (table: string): Promise<string[]> => {
    const { rows } = await client.query<{ id: string }>(`select county_id as id from "${table}"`);
    return rows.map(({ id }) => id);
  };

  /** The rows that the statement touched, or the code with which it was refused. */
  async function tried(sql: string): Promise<number | string> {
    try {
      return (await client.query(sql)).rowCount ?? 0;
    } catch (error) {
      return (error as pg.DatabaseError).code ?? 'no code';
    }
  }

  it('has such a table for every entity of a county', () => {
    const metadata = database.app.entityMetadatas.filter(({ columns }) =>
      columns.some(({ databaseName }) => databaseName === 'county_id'),
    );
    expect(tables.map(({ name }) => name).sort()).toEqual(metadata.map(({ tableName }) => tableName).sort());
  });

  it('reads the row of its own county and none of the other, in every table', async () => {
    for (const { name } of tables) {
      expect([name, await asJobOf(own, () => counties(name))]).toEqual([name, [own]]);
    }
  });

  it('reads nothing where no county is set, nor after a transaction that had one', async () => {
    await asJobOf(own, () => counties('client'));
    for (const { name } of tables) expect([name, await counties(name)]).toEqual([name, []]);
  });

  it('writes no row into the other county, in any table', async () => {
    for (const table of tables) {
      expect([table.name, await asJobOf(own, () => tried(insertInto(table, other)))]).toEqual([table.name, '42501']);
    }
  });

  it('may write into its own county, in any table: the control that the refusals above mean the county', async () => {
    for (const table of tables) {
      const result = await asJobOf(own, () => tried(insertInto(table, own)));
      const allowed = NOT_BY_HAND.includes(table.name) ? ['42501'] : [1, '23505'];
      expect([table.name, allowed.includes(result)]).toEqual([table.name, true]);
    }
  });

  it('changes and deletes no row of the other county, in any table', async () => {
    for (const { name, columns } of tables) {
      const column = columns.at(-1) ?? '';
      const update = `update "${name}" set "${column}" = "${column}" where county_id = '${other}'`;
      const remove = `delete from "${name}" where county_id = '${other}'`;
      for (const sql of [update, remove]) expect([0, '42501']).toContain(await asJobOf(own, () => tried(sql)));
    }
  });

  it('moves no row into the other county, in any table', async () => {
    for (const { name } of tables) {
      const move = `update "${name}" set county_id = '${other}'`;
      expect([name, await asJobOf(own, () => tried(move))]).toEqual([name, '42501']);
    }
  });
});

/** Any row may stand alone then: this test is about who sees it, not about what it says. */
async function dropRules(admin: pg.Pool): Promise<void> {
  await admin.query(
    `do $$
     declare
       rule record;
     begin
       for rule in select conrelid::regclass as place, conname from pg_constraint
                    where connamespace = 'public'::regnamespace and contype in ('f', 'c', 'x') loop
         execute format('alter table %s drop constraint %I', rule.place, rule.conname);
       end loop;
       for rule in select tgrelid::regclass as place, tgname as conname from pg_trigger where not tgisinternal loop
         execute format('drop trigger %I on %s', rule.conname, rule.place);
       end loop;
     end $$`,
  );
}

async function countyTables(admin: pg.Pool): Promise<PlantedTable[]> {
  const { rows } = await admin.query<{ name: string; columns: string[]; types: string[] }>(
    `select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns,
            array_agg(format_type(a.atttypid, a.atttypmod) order by a.attnum) as types
       from pg_class c
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attname <> 'county_id'
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
        and exists (select from pg_attribute k where k.attrelid = c.oid and k.attname = 'county_id')
      group by c.relname order by c.relname`,
  );
  return rows.map(({ name, columns, types }) => ({ name, columns, values: types.map(sampleOf) }));
}

function sampleOf(type: string): string {
  const sample = SAMPLES[type];
  if (sample === undefined) throw new Error(`This test knows no value of the type ${type}.`);
  return sample;
}

const insertInto = ({ name, columns, values }: PlantedTable, county: string): string =>
  `insert into "${name}" (county_id, ${columns.map((column) => `"${column}"`).join(', ')}) values ('${county}', ${values.join(', ')})`;
