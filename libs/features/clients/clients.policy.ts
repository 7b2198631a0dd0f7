import type { Actor } from '#domain/common/actor';
import { keepsCaseloadOf } from '#domain/common/caseload';

/** True when the actor may change this client's file: her own caseworker, or who stands in for her today. */
export const mayEditClient = (actor: Actor, client: { readonly caseworkerMembershipId: string | null }): boolean =>
  keepsCaseloadOf(actor, client.caseworkerMembershipId);
