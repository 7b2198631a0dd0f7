import type pg from 'pg';

/** Every row of every table of ours as text, as a plain dump would hold it; bytes are shown as text where they are such. */
export async function textOfDatabase(admin: pg.Pool): Promise<string> {
  const { rows: tables } = await admin.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema') order by 1`,
  );
  const parts: string[] = [];
  for (const { name } of tables) {
    const { rows } = await admin.query<Record<string, unknown>>(`select * from ${name}`);
    for (const row of rows) parts.push(Object.values(row).map(textOf).join('\t'));
  }
  return parts.join('\n');
}

function textOf(value: unknown): string {
  if (Buffer.isBuffer(value)) return `${value.toString('utf8')} ${value.toString('hex')}`;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
