import type { DataSource } from 'typeorm';

/** Something that answers queries: an open transaction, or before sign-in the pool itself. */
export interface Queryable {
  query<T extends object>(sql: string, parameters?: readonly unknown[]): Promise<T[]>;
}

/** The pool as a {@link Queryable}, for what runs before there is anybody to open a transaction for. */
export const poolOf = (dataSource: DataSource): Queryable => ({
  query: <T extends object>(sql: string, parameters: readonly unknown[] = []) =>
    dataSource.query<T[]>(sql, [...parameters]),
});
