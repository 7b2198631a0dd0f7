import type { Tx } from '#platform/database/transaction';

/** A value that travels to a set-based statement. */
export type SetValue = string | number | boolean | null | Buffer | readonly string[] | object;

/**
 * Changes many rows of a county's table in one statement; null leaves a column of `keep` as it is. `columns` gives the
 * SQL type of each column; each row names its `id`; versions grow by one.
 */
export async function updateRows<R extends { readonly id: string }>(
  tx: Tx,
  table: string,
  columns: Readonly<Record<Exclude<keyof R & string, 'id'>, string>>,
  rows: readonly R[],
  keep: readonly Exclude<keyof R & string, 'id'>[] = [],
): Promise<void> {
  if (rows.length === 0) return;
  const names = Object.keys(columns) as Exclude<keyof R & string, 'id'>[];
  const assignments = names.map(
    (name) => `${name} = ${keep.includes(name) ? `coalesce(r.${name}, t.${name})` : `r.${name}`}`,
  );
  const types = names.map((name) => `${name} ${columns[name]}`);
  await tx.query(
    `update ${table} t set ${assignments.join(', ')}, version = t.version + 1
       from jsonb_to_recordset($2::jsonb) as r(id uuid, ${types.join(', ')})
      where t.county_id = $1 and t.id = r.id`,
    [tx.actor.countyId, JSON.stringify(rows, asSql)],
  );
}

/** Bytes as PostgreSQL writes them; JSON.stringify has made an object of a Buffer before it asks. */
function asSql(this: unknown, key: string, value: unknown): unknown {
  const original = (this as Record<string, unknown>)[key];
  return Buffer.isBuffer(original) ? `\\x${original.toString('hex')}` : value;
}
