import { cellsOf, fieldCellsOf, mayReadColumn, singleCellsOf, type Act } from '#domain/common/access/access';
import type { Cell } from '#domain/common/access/policy-type';
import { caseloadsOf } from '#domain/common/caseload';
import { dayOf } from '#domain/common/day';
import type { Tx } from '../database/transaction';
import { cellSql, countySql, type AskedRow } from './scope-sql';

/** A condition on one row of a query, and the one parameter that it takes: who asks. */
export interface Visible {
  readonly sql: string;
  readonly value: readonly (string | null)[];
}

/** What is asked: the alias of the row, the number of the parameter (1 unless told), reading unless told. */
export interface VisibleOptions {
  readonly parameter?: number;
  readonly act?: Act;
  /** Asks for these groups of fields, which may reach further than the rows, or less far. */
  readonly fields?: readonly string[];
  /** Asks for single rows by their id or client, which may reach further than a list. */
  readonly single?: boolean;
}

/**
 * The rows of a type that the transaction's actor may see: the first wall, by the policy matrix; row-level security
 * says the same again. The county is always part of it.
 */
export function visibleTo(
  tx: Pick<Tx, 'actor' | 'now'>,
  type: string,
  as: string,
  options: VisibleOptions = {},
): Visible {
  const { parameter = 1, act = 'read', fields, single = false } = options;
  const cells = fields === undefined ? cellsOf(tx.actor, type, act) : fieldCellsOf(tx.actor, type, fields);
  const reached = single ? [...cells, ...singleCellsOf(tx.actor, type)] : cells;
  const caseloads = caseloadsOf(tx.actor).length + (tx.actor.openedClients?.length ?? 0);
  return { sql: anyOf(reached, { as, type, parameter, caseloads }), value: whoAsks(tx) };
}

/** The column where the actor may read it, null in its place where not. */
export const columnFor = (tx: Pick<Tx, 'actor'>, type: string, as: string, column: string): string =>
  mayReadColumn(tx.actor, type, column) ? `${as}.${column}` : 'null';

/** The actor's facts in the places that the conditions read (scope-sql.ts). */
export function whoAsks({ actor, now }: Pick<Tx, 'actor' | 'now'>): readonly (string | null)[] {
  const { countyId, accountId, membershipId, organisationId, clientId } = actor;
  return [
    countyId,
    accountId,
    membershipId,
    organisationId,
    clientId,
    dayOf(now),
    ...caseloadsOf(actor),
    ...(actor.openedClients ?? []),
  ];
}

function anyOf(cells: readonly Cell[], row: AskedRow): string {
  if (cells.length === 0) return `(false and ${countySql(row)})`;
  const conditions = cells.map((cell) => cellSql(cell, row));
  return `(${countySql(row)} and ${conditions.length === 1 ? conditions[0] : `(${conditions.join(' or ')})`})`;
}
