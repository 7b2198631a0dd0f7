import type { Actor } from '#domain/common/actor';
import { caseloadsOf } from '#domain/common/caseload';

/** Rows that an actor may see: a condition on one parameter, and its value. */
export interface Visible {
  readonly sql: string;
  readonly value: string | readonly string[] | null;
}

/** A caseworker's clients: those of every caseload she keeps today. `alias` is the client row's, the parameter is uuid[]. */
export const inCaseloads = (actor: Actor, alias = 'c', parameter = '$1'): Visible => ({
  sql: `${alias}.caseworker_membership_id = any(${parameter}::uuid[])`,
  value: caseloadsOf(actor),
});

/**
 * What a caseworker may read of single clients: her caseloads, and a file that was opened by break-glass in this very
 * request. Ids of members and clients never meet, so one list serves both columns. Lists and writes ask `inCaseloads`.
 */
export function inCaseloadsOrOpened(actor: Actor, alias = 'c', parameter = '$1'): Visible {
  const opened = actor.openedClients ?? [];
  const kept = inCaseloads(actor, alias, parameter);
  if (opened.length === 0) return kept;
  return { sql: `(${kept.sql} or ${alias}.id = any(${parameter}::uuid[]))`, value: [...caseloadsOf(actor), ...opened] };
}
