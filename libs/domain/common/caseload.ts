import type { Actor } from './actor';
import { Role } from './role';

/** The caseworkers whose caseloads the actor keeps: her own, and those of colleagues she stands in for today; none for other roles. */
export function caseloadsOf(actor: Actor): readonly string[] {
  if (actor.role !== Role.CASEWORKER || actor.membershipId === null) return [];
  return actor.caseloads ?? [actor.membershipId];
}

/** True when a client of this caseworker is in a caseload that the actor keeps. */
export const keepsCaseloadOf = (actor: Actor, caseworkerMembershipId: string | null): boolean =>
  caseworkerMembershipId !== null && caseloadsOf(actor).includes(caseworkerMembershipId);

/** How a reader comes to see a client's file. */
export const FileAccess = {
  OWN: 'OWN',
  DEPUTY: 'DEPUTY',
  TEAM: 'TEAM',
  BREAK_GLASS: 'BREAK_GLASS',
  SELF: 'SELF',
} as const;

/** One of the ways to see a client's file. */
export type FileAccess = (typeof FileAccess)[keyof typeof FileAccess];

/** The part of a client by which it is told how somebody comes to see her. */
export interface ReadFile {
  readonly id: string;
  readonly caseworkerMembershipId: string | null;
}

/** How the actor comes to see a client whom the walls let her see. */
export function fileAccessOf(actor: Actor, client: ReadFile): FileAccess {
  if (actor.role === Role.CLIENT) return FileAccess.SELF;
  if (actor.role !== Role.CASEWORKER)
    return actor.openedClients?.includes(client.id) === true ? FileAccess.BREAK_GLASS : FileAccess.TEAM;
  if (client.caseworkerMembershipId === actor.membershipId) return FileAccess.OWN;
  return keepsCaseloadOf(actor, client.caseworkerMembershipId) ? FileAccess.DEPUTY : FileAccess.BREAK_GLASS;
}
