import type { Role } from './role';

/** Who acts, in which county and for whom; background work acts as SYSTEM:<job>. */
export interface Actor {
  readonly countyId: string;
  readonly role: Role | `SYSTEM:${string}`;
  readonly accountId: string | null;
  readonly membershipId: string | null;
  readonly organisationId: string | null;
  readonly clientId: string | null;
}

/** The actor of a background job in one county. */
export const systemActor = (countyId: string, job: string): Actor => ({
  countyId,
  role: `SYSTEM:${job}`,
  accountId: null,
  membershipId: null,
  organisationId: null,
  clientId: null,
});
