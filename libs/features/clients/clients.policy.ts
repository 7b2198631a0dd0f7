import type { Actor } from '#domain/common/actor';
import { Role } from '#domain/common/role';

/** True when the actor may change this client's file: her own caseworker. */
export const mayEditClient = (actor: Actor, client: { readonly caseworkerMembershipId: string | null }): boolean =>
  actor.role === Role.CASEWORKER && client.caseworkerMembershipId === actor.membershipId;
