import type pg from 'pg';

type Row = Readonly<Record<string, unknown>>;

/** Every row of every table, by table and primary key. */
export type WholeDatabase = ReadonlyMap<string, ReadonlyMap<string, Row>>;

/** What was written between two looks: rows that came, and the columns that changed in rows that stayed. */
export interface RowChanges {
  readonly added: Readonly<Record<string, number>>;
  readonly changed: Readonly<Record<string, readonly string[]>>;
  readonly gone: readonly string[];
}

/** What a request leaves behind by itself, whatever it asks for. */
const OF_EVERY_REQUEST = ['session', 'worker_heartbeat', 'migrations'];

/** Reads everything behind the walls. */
export async function wholeDatabase(admin: pg.Pool): Promise<WholeDatabase> {
  const { rows: tables } = await admin.query<{ name: string; key: string[] }>(
    `select c.relname as name, array(select a.attname::text from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey)
              where i.indrelid = c.oid and i.indisprimary order by a.attnum) as key
       from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> all ($1) order by 1`,
    [OF_EVERY_REQUEST],
  );
  const whole = new Map<string, ReadonlyMap<string, Row>>();
  for (const { name, key } of tables) {
    const { rows } = await admin.query<{ row: Row }>(`select to_jsonb(t) as row from "${name}" t`);
    whole.set(name, new Map(rows.map(({ row }) => [JSON.stringify(key.map((column) => row[column])), row])));
  }
  return whole;
}

/** What was written between `before` and `after`. */
export function changesBetween(before: WholeDatabase, after: WholeDatabase): RowChanges {
  const added: Record<string, number> = {};
  const changed: Record<string, string[]> = {};
  const gone: string[] = [];
  for (const [table, rows] of after) {
    const were = before.get(table) ?? new Map<string, Row>();
    const columns = new Set<string>();
    for (const [key, row] of rows) {
      const was = were.get(key);
      if (was === undefined) added[table] = (added[table] ?? 0) + 1;
      else for (const column of differing(was, row)) columns.add(column);
    }
    if (columns.size > 0) changed[table] = [...columns].sort();
    if ([...were.keys()].some((key) => !rows.has(key))) gone.push(table);
  }
  return { added, changed, gone };
}

/** The rows of a table that came between two looks. */
export const newRows = (before: WholeDatabase, after: WholeDatabase, table: string): Row[] =>
  [...(after.get(table) ?? [])].filter(([key]) => !(before.get(table)?.has(key) ?? false)).map(([, row]) => row);

const differing = (was: Row, is: Row): string[] =>
  Object.keys(is).filter((column) => JSON.stringify(was[column]) !== JSON.stringify(is[column]));
