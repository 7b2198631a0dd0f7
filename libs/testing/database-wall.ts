import type { DataSource } from 'typeorm';
import type { Actor } from '#domain/common/actor';
import { beginStatement } from '#platform/database/session-context';

/** How the transaction of the statement is opened. */
export interface DatabaseWallOptions {
  readonly readOnly?: boolean;
  /** What the application's clock would tell. */
  readonly now?: Date;
}

/**
 * Runs one statement as `actor` over the application role's own connection, without the policy matrix in front of it:
 * what the database's wall alone gives or refuses. Its transaction is committed; rows are those that come back.
 */
export async function pastTheMatrix<T extends object>(
  app: DataSource,
  actor: Actor,
  [sql, parameters = []]: readonly [sql: string, parameters?: readonly unknown[]],
  { readOnly = false, now = new Date() }: DatabaseWallOptions = {},
): Promise<T[]> {
  const runner = app.createQueryRunner();
  await runner.connect();
  try {
    await runner.query(beginStatement(actor, now, { readOnly, timeoutMs: 10_000 }));
    const result = (await runner.query(sql, [...parameters])) as T[] | [T[], number];
    await runner.query('commit');
    return Array.isArray(result[0]) ? result[0] : (result as T[]);
  } catch (error) {
    await runner.query('rollback');
    throw error;
  } finally {
    await runner.release();
  }
}
