import type { Actor } from '#domain/common/actor';
import { Role } from '#domain/common/role';
import { ImportKind } from '#domain/imports/import-codes';

/** True when the actor may import this kind: the office its clients and positions, an enterprise its own payroll. */
export function mayImport(actor: Actor, kind: ImportKind): boolean {
  if (actor.role === Role.ENTERPRISE_HR) return kind === ImportKind.PAYROLL;
  return actor.role === Role.CASEWORKER && kind !== ImportKind.PAYROLL;
}
