import type { Actor } from '#domain/common/actor';
import { Role } from '#domain/common/role';

/** True when the actor may re-confirm this position: a caseworker, or the enterprise whose it is. */
export const mayConfirmPosition = (actor: Actor, position: { readonly organisationId: string }): boolean =>
  actor.role === Role.CASEWORKER ||
  (actor.role === Role.ENTERPRISE_HR && position.organisationId === actor.organisationId);
