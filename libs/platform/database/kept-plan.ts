import { createHash } from 'node:crypto';
import pg from 'pg';

/** The comment that marks a statement whose plan a connection keeps, for those that a query builder writes. */
export const PLAN_KEPT = 'plan kept';
/** As it stands before the statement; it is seen in pg_stat_activity. */
const MARK = `/* ${PLAN_KEPT} */ `;

/** A kept plan takes about 0.1 MB of every connection: what is beyond this many texts is planned each time as before. */
const MOST_KEPT = 200;
const names = new Map<string, string>();

/**
 * Says that connections keep the parse, the policies written into it and the plan of this statement. For hot reads of
 * one shape: writing row-level security into a statement anew costs more than running it. Not for statements with
 * optional conditions (`$2 is null or …`), which want a plan of their own for each use.
 */
export const keepPlan = (statement: string): string => `${MARK}${statement}`;

/** The name under which connections know a statement that is marked; null for one that is not, or is beyond the limit. */
export function keptName(statement: string): string | null {
  if (!statement.startsWith(MARK)) return null;
  const before = names.get(statement);
  if (before !== undefined) return before;
  if (names.size >= MOST_KEPT) return null;
  const name = `kept-${createHash('sha256').update(statement).digest('hex').slice(0, 32)}`;
  names.set(statement, name);
  return name;
}

/** A connection that prepares marked statements once, by name, and runs everything else as pg does. */
export class PlanKeepingClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    const query = this.query.bind(this) as (...given: unknown[]) => unknown;
    const keeping = (first: unknown, ...more: unknown[]): unknown => {
      const name = typeof first === 'string' ? keptName(first) : null;
      return query(name === null ? first : { name, text: first }, ...more);
    };
    Object.assign(this, { query: keeping }); // pg declares six overloads, of which none can be overridden on its own
  }
}
