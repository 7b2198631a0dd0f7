import type { Role } from './role';

/** Who acts, in which county and for whom; background work acts as SYSTEM:<job>. */
export interface Actor {
  readonly countyId: string;
  readonly role: Role | `SYSTEM:${string}`;
  readonly accountId: string | null;
  readonly membershipId: string | null;
  readonly organisationId: string | null;
  readonly clientId: string | null;
  /** Caseworkers whose caseloads she keeps today, herself among them; absent = her own alone. */
  readonly caseloads?: readonly string[];
  /** Clients whose files were opened by break-glass for this one request; absent = none. */
  readonly openedClients?: readonly string[];
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
