import { QueryFailedError } from 'typeorm';
import { done, refusal, refused, type Outcome } from '#domain/common/outcome';
import { refusalOfViolation } from '#platform/database/constraint-refusals';
import type { Tx } from '#platform/database/transaction';

/** Classes of SQL states that blame the data: 22 data exception, 23 integrity violation. */
const BLAMES_DATA = /^2[23]/;

/**
 * Does work that may be undone by itself: a violated constraint undoes it and comes back as a refusal, the rest of the
 * transaction stands. With `isTrial` it is undone in any case.
 */
export async function inSavepoint<T>(tx: Tx, isTrial: boolean, work: () => Promise<T>): Promise<Outcome<T>> {
  await tx.query('savepoint import_rows');
  try {
    const value = await work();
    await tx.query(isTrial ? 'rollback to savepoint import_rows' : 'release savepoint import_rows');
    return done(value);
  } catch (error) {
    if (!blamesData(error)) throw error;
    await tx.query('rollback to savepoint import_rows');
    return refused(refusalOfViolation(error) ?? refusal('CONFLICT'));
  }
}

function blamesData(error: unknown): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  return BLAMES_DATA.test((error.driverError as { code?: string }).code ?? '');
}
