import { DefaultNamingStrategy, type Table } from 'typeorm';

const MAX_LENGTH = 63; // PostgreSQL cuts longer names off without a word

const nameOf = (table: Table | string): string => (typeof table === 'string' ? table : table.name);

function joined(table: Table | string, columns: readonly string[], suffix: string): string {
  const own = columns.filter((column) => column !== 'county_id');
  const name = [nameOf(table).split('.').at(-1), ...(own.length > 0 ? own : columns), suffix].join('_');
  if (name.length > MAX_LENGTH) throw new Error(`Name this constraint explicitly, it is too long: ${name}`);
  return name;
}

/** Constraint names as PostgreSQL itself would give them, without the county: refusals are mapped by name. */
export class ReadableNames extends DefaultNamingStrategy {
  override primaryKeyName(table: Table | string): string {
    return joined(table, [], 'pkey');
  }

  override uniqueConstraintName(table: Table | string, columns: string[]): string {
    return joined(table, columns, 'key');
  }

  override indexName(table: Table | string, columns: string[]): string {
    return joined(table, columns, 'idx');
  }

  override foreignKeyName(table: Table | string, columns: string[]): string {
    return joined(
      table,
      columns.filter((column) => column !== 'county_id' || columns.length === 1).slice(0, 1),
      'fkey',
    );
  }

  override checkConstraintName(table: Table | string, expression: string): string {
    const column = /"(\w+)"/.exec(expression)?.[1];
    if (column === undefined) throw new Error(`Name this check explicitly: ${expression}`);
    return joined(table, [column], 'check');
  }
}
