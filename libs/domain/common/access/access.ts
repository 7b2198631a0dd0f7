import type { Actor } from '../actor';
import type { Role } from '../role';
import { POLICY_MATRIX } from './policy-matrix';
import type { Cell, Cells, TypePolicy } from './policy-type';
import { Scope } from './scope';

/** What somebody wants with a row: to see it, to change it, to add it. */
export type Act = 'read' | 'write' | 'create';

/** Who reads: her role, and the file that is open to her in this request. */
type Reader = Pick<Actor, 'role' | 'openedClients'>;

/** The entry of a type. Throws where it has none: a new table gets its row in the matrix first. */
export function policyOf(type: string): TypePolicy {
  const policy = POLICY_MATRIX[type];
  if (policy === undefined) throw new Error(missingEntry(type));
  return policy;
}

/** What has to be done about a table that the matrix does not know. */
export const missingEntry = (type: string): string =>
  `The table ${type} has no entry in the policy matrix. Add \`${type}\` to POLICY_MATRIX in ` +
  `libs/domain/common/access/policy-matrix.ts (about: the columns that tie a row to people; read, write, create: role → scope; ` +
  `platform(NOBODY, NOBODY) where only functions or jobs reach it), let app.protect say the same in database/sql, ` +
  `and add its lines to docs/security/matrix.csv.`;

/** What has to be done where a role's query reaches a table that the matrix does not give it. */
export const missingCell = (role: string, act: Act, type: string): string =>
  `The policy matrix gives ${role} nothing to ${act} of the type ${type}. If the specification lets her, add ${role} to ` +
  `${type}.${act} in libs/domain/common/access/policy-matrix.ts, to the policies of ${type} in database/sql and to ` +
  `docs/security/matrix.csv; if it does not, this statement has no place in her request.`;

/** What has to be done where a role's statement changes a column that the matrix keeps from it. */
export const keptColumn = (role: string, type: string, column: string): string =>
  `The policy matrix gives ${role} nothing to write of ${type}.${column}. If the specification lets her, take it from ` +
  `${type}.keptFrom in libs/domain/common/access and from app.keep_from in database/sql, and change docs/security/matrix.csv.`;

/** True for a table that the matrix knows. */
export const isPolicyType = (type: string): boolean => Object.hasOwn(POLICY_MATRIX, type);

/** True for background work, which sees its county. */
export const isSystem = (actor: Pick<Actor, 'role'>): boolean => actor.role.startsWith('SYSTEM:');

/** How far an actor reaches beyond her lists where she asks for a single row of a type. */
export const singleCellsOf = (actor: Pick<Actor, 'role'>, type: string): readonly Cell[] =>
  cellsIn(policyOf(type).single ?? {}, actor.role);

/** How far an actor reaches among the rows of a type; none = not at all. */
export function cellsOf(actor: Pick<Actor, 'role'>, type: string, act: Act): readonly Cell[] {
  const policy = policyOf(type);
  return isSystem(actor)
    ? [Scope.COUNTY]
    : cellsIn(act === 'create' ? (policy.create ?? policy.write) : policy[act], actor.role);
}

/** How far an actor reaches in groups of fields of a type; none = nothing of them is hers to read. A file that is not open gives none. */
export function fieldCellsOf(actor: Reader, type: string, groups: readonly string[]): readonly Cell[] {
  const { fields } = policyOf(type);
  if (isSystem(actor)) return [Scope.COUNTY];
  return groups.flatMap((group) => {
    const policy = fields?.[group];
    if (policy === undefined) throw new Error(`The type ${type} has no group of fields ${group}.`);
    return cellsIn(policy.read, actor.role).filter((cell) => cell !== Scope.OPENED || hasOpened(actor));
  });
}

/** True where the actor may read this column of rows of the type, whichever rows those are. */
export function mayReadColumn(actor: Reader, type: string, column: string): boolean {
  const groups = Object.entries(policyOf(type).fields ?? {}).filter(([, { columns }]) => columns.includes(column));
  if (groups.length === 0) return cellsOf(actor, type, 'read').length > 0;
  const names = groups.map(([name]) => name);
  return fieldCellsOf(actor, type, names).length > 0;
}

/** True where the actor may change this column in the rows that are hers to change. */
export const mayChangeColumn = (actor: Pick<Actor, 'role'>, type: string, column: string): boolean =>
  cellsOf(actor, type, 'write').length > 0 && !keptFrom(actor, type).includes(column);

/** The columns that the actor does not change, whichever rows of the type are hers to change. */
export const keptFrom = (actor: Pick<Actor, 'role'>, type: string): readonly string[] =>
  policyOf(type).keptFrom?.[actor.role as Role] ?? [];

/** True where the actor may touch the type at all: rows of her own scope, or a group of their fields. */
export function mayTouch(actor: Pick<Actor, 'role'>, type: string, act: Act): boolean {
  if (cellsOf(actor, type, act).length > 0) return true;
  const groups = Object.keys(policyOf(type).fields ?? {});
  return act === 'read' && fieldCellsOf(actor, type, groups).length > 0;
}

const hasOpened = ({ openedClients = [] }: Reader): boolean => openedClients.length > 0;

function cellsIn(cells: Cells, role: string): readonly Cell[] {
  const found = Object.hasOwn(cells, role) ? cells[role as keyof Cells] : undefined;
  if (found === undefined) return [];
  return Array.isArray(found) ? (found as readonly Cell[]) : [found as Cell];
}
