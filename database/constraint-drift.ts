import type { DataSource, EntityMetadata, QueryRunner } from 'typeorm';

interface Declared {
  readonly table: string;
  readonly name: string;
  /** What PostgreSQL is to make of the entity's words, under the name of a probe. */
  readonly probe: string;
  /** How PostgreSQL tells a constraint or index of this name in its own words. */
  readonly told: string;
}

const PROBE = 'drift_probe';
const CONSTRAINT = `select pg_get_constraintdef(oid) as words from pg_constraint where conrelid = $1::regclass and conname = $2`;
const INDEX = `select pg_get_indexdef(indexrelid) as words from pg_index i join pg_class c on c.oid = i.indexrelid
                where i.indrelid = $1::regclass and c.relname = $2`;

/**
 * The names of checks, exclusions and partial indexes whose words differ between entities and database. TypeORM
 * compares them by name alone: a value added to a closed list would stay unnoticed. Needs a connection that may alter
 * the tables; everything it makes is rolled back.
 */
export async function constraintDrift(dataSource: DataSource): Promise<string[]> {
  const runner = dataSource.createQueryRunner();
  await runner.startTransaction();
  try {
    const drifted: string[] = [];
    for (const declared of dataSource.entityMetadatas.flatMap(declaredIn)) {
      if (await differs(runner, declared)) drifted.push(`${declared.table}.${declared.name}`);
    }
    return drifted;
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}

function declaredIn({ tableName: table, checks, exclusions, indices }: EntityMetadata): Declared[] {
  const alter = `alter table "${table}" add constraint ${PROBE}`;
  return [
    ...checks.map(({ name, expression }) => ({
      table,
      name,
      probe: `${alter} check (${expression}) not valid`,
      told: CONSTRAINT,
    })),
    ...exclusions.map(({ name, expression }) => ({
      table,
      name,
      probe: `${alter} exclude ${expression}`,
      told: CONSTRAINT,
    })),
    ...indices
      .filter(({ where }) => where !== undefined)
      .map(({ name, where, isUnique, columns }) => ({
        table,
        name,
        probe: `create ${isUnique ? 'unique ' : ''}index ${PROBE} on "${table}" (${columns.map((column) => `"${column.databaseName}"`).join(', ')}) where ${where}`,
        told: INDEX,
      })),
  ];
}

async function differs(runner: QueryRunner, { table, name, probe, told }: Declared): Promise<boolean> {
  await runner.query(`savepoint before_probe`);
  await runner.query(probe);
  const wanted = await wordsOf(runner, told, table, PROBE);
  const actual = await wordsOf(runner, told, table, name);
  await runner.query('rollback to savepoint before_probe');
  return plain(wanted) !== plain(actual?.replace(name, PROBE) ?? null);
}

async function wordsOf(runner: QueryRunner, told: string, table: string, name: string): Promise<string | null> {
  const rows = (await runner.query(told, [`"${table}"`, name])) as { words: string }[];
  return rows[0]?.words ?? null;
}

const plain = (words: string | null): string => (words ?? '').replace(/ NOT VALID$/, '');
