import { POLICY_MATRIX } from '#domain/common/access/policy-matrix';
import { testDatabase, type TestDatabase } from '#testing/database';

describe('the policy matrix against the database', () => {
  let database: TestDatabase;
  let columnsOf: ReadonlyMap<string, ReadonlySet<string>>;

  beforeAll(async () => {
    database = await testDatabase();
    const { rows } = await database.admin.query<{ name: string; columns: string[] }>(
      `select c.relname as name, array_agg(a.attname::text) as columns
         from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm') group by c.relname`,
    );
    columnsOf = new Map(rows.map(({ name, columns }) => [name, new Set(columns)]));
  });

  afterAll(() => database.close());

  it('has a row for every table and view, and for nothing else: a new one says first who may read and write it', () => {
    expect(Object.keys(POLICY_MATRIX).sort()).toEqual([...columnsOf.keys()].sort());
  });

  it('names columns that are there', () => {
    const missing = Object.entries(POLICY_MATRIX).flatMap(([type, { about, fields = {} }]) => {
      const { through, ...anchors } = about;
      const named = [
        ...Object.values(anchors),
        ...(through === undefined ? [] : [through[1]]),
        ...Object.values(fields).flatMap(({ columns }) => columns),
      ];
      return named.filter((column) => columnsOf.get(type)?.has(column) !== true).map((column) => `${type}.${column}`);
    });
    expect(missing).toEqual([]);
  });
});
