import { QueryFailedError } from 'typeorm';
import { refusal, type Refusal } from '#domain/common/outcome';

const known = new Map<string, Refusal>();

/** Says which refusal a violated constraint means; features register theirs where they declare the table. */
export function constraintMeans(constraint: string, code: string, field: readonly string[] = []): void {
  known.set(constraint, refusal(code, field));
}

/**
 * The refusal behind a violated constraint, or null where the error is none. An unregistered unique key answers one
 * neutral code, so that it tells nothing about rows that the actor may not see.
 */
export function refusalOfViolation(error: unknown): Refusal | null {
  if (!(error instanceof QueryFailedError)) return null;
  const { code, constraint } = error.driverError as { code?: string; constraint?: string };
  if (code === undefined || !['23505', '23P01', '23503', '23514'].includes(code)) return null;
  const registered = constraint === undefined ? undefined : known.get(constraint);
  if (registered !== undefined) return registered;
  return code === '23505' || code === '23P01' ? refusal('CONFLICT') : null;
}
