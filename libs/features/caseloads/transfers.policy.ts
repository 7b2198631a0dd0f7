import type { Actor } from '#domain/common/actor';
import { Role } from '#domain/common/role';

interface Sides {
  readonly fromId: string;
  readonly toId: string;
}

/** True when the actor may accept or refuse this handover: whoever was asked, or a supervisor. */
export const mayAnswer = (actor: Actor, { toId }: Sides): boolean =>
  actor.role === Role.SUPERVISOR || (actor.role === Role.CASEWORKER && toId === actor.membershipId);

/** True when the actor may take this handover back: whoever asked for it, or a supervisor. */
export const mayWithdraw = (actor: Actor, { fromId }: Sides): boolean =>
  actor.role === Role.SUPERVISOR || (actor.role === Role.CASEWORKER && fromId === actor.membershipId);
