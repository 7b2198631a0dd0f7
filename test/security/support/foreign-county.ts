import type pg from 'pg';

/** Rows of the platform's own, whose ids nobody asks for. */
const LEFT_OUT = ['audit_entry', 'audit_link', 'audit_head', 'outbox_event', 'command_receipt', 'county_key'];

interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
}

/** Values of columns that say what state a row is in: any that the table's rules take. */
const SAMPLES: Readonly<Record<string, string>> = {
  uuid: 'gen_random_uuid()',
  text: `'OPEN'`,
  'text[]': `'{}'`,
  'uuid[]': `'{}'`,
  integer: '1',
  bigint: '1',
  'numeric(4,1)': '1',
  boolean: 'false',
  date: 'current_date',
  'timestamp with time zone': 'now()',
  jsonb: `'{}'`,
  bytea: `decode(repeat('00', 32), 'hex')`,
};

/** States that a reader of the row acts upon: one that it can be in. */
const TOLD: Readonly<Record<string, string>> = { 'placement_batch.status': `'COLLECTING'` };

/**
 * Plants a row into each of these tables that has none, about `clientId` and in the name of `membershipId`, and then a
 * second county with the same rows under other ids. References and unique keys stay as they are: they are among the
 * ways by which an id could be guessed.
 */
export async function plantForeignCounty(
  admin: pg.Pool,
  sparse: readonly string[],
  owner: { readonly countyId: string; readonly clientId: string; readonly membershipId: string },
): Promise<void> {
  const tables = await columnsByTable(admin);
  const connection = await admin.connect();
  try {
    await connection.query(`set session_replication_role = 'replica'`);
    for (const table of sparse) await plantRow(connection, table, tables.get(table) ?? [], owner);
    const { rows } = await connection.query<{ id: string }>(
      `insert into county (id, code, name, product_name) values (gen_random_uuid(), '429998', '邻县', '同工') returning id`,
    );
    for (const [table, columns] of tables)
      await connection.query(
        `insert into "${table}" (${columns.map(({ name }) => `"${name}"`).join(', ')})
         select ${columns.map((column) => copied(column)).join(', ')} from "${table}" where county_id = $2`,
        [rows[0]?.id, owner.countyId],
      );
  } finally {
    connection.release(true);
  }
}

/** Every id becomes another one, and the same id the same one: what refers to each other still does. */
const copied = ({ name, type }: Column): string => {
  if (name === 'county_id') return '$1::uuid';
  return type === 'uuid' ? `md5("${name}"::text || 'foreign')::uuid` : `"${name}"`;
};

async function plantRow(
  connection: pg.PoolClient,
  table: string,
  columns: readonly Column[],
  owner: { readonly countyId: string; readonly clientId: string; readonly membershipId: string },
): Promise<void> {
  const { rows } = await connection.query<{ name: string }>(
    `select conname as name from pg_constraint where conrelid = $1::regclass and contype = 'c'`,
    [table],
  );
  for (const { name } of rows) await connection.query(`alter table "${table}" drop constraint "${name}"`);
  const values = columns.map(({ name, type }) => {
    if (name === 'county_id') return `'${owner.countyId}'`;
    if (name === 'client_id') return `'${owner.clientId}'`;
    if (name.endsWith('membership_id')) return `'${owner.membershipId}'`;
    return TOLD[`${table}.${name}`] ?? SAMPLES[type] ?? 'null';
  });
  await connection.query(
    `insert into "${table}" (${columns.map(({ name }) => `"${name}"`).join(', ')})
     select ${values.join(', ')} where not exists (select from "${table}")`,
  );
}

async function columnsByTable(admin: pg.Pool): Promise<ReadonlyMap<string, readonly Column[]>> {
  const { rows } = await admin.query<Column>(
    `select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> all ($1)
        and exists (select from pg_attribute k where k.attrelid = c.oid and k.attname = 'county_id')
      order by c.relname, a.attnum`,
    [LEFT_OUT],
  );
  const tables = new Map<string, Column[]>();
  for (const row of rows) tables.set(row.table, [...(tables.get(row.table) ?? []), row]);
  return tables;
}
