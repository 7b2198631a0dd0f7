import type { ConsentStatus, ReferralStatus } from '@contract/gql';

const UP_TO_HER: ReadonlySet<ReferralStatus> = new Set(['PROPOSED', 'INVITED', 'OFFERED']);

/** True where the next word is the client's: a proposal, an invitation, an offer. */
export const awaitsDecision = ({ status }: { readonly status: ReferralStatus }): boolean => UP_TO_HER.has(status);

/** True where somebody recorded a consent for her that she has not looked at yet. */
export const isNewToHer = (grant: {
  readonly status: ConsentStatus;
  readonly recordedByName: string | null;
  readonly seenByClientAt: string | null;
}): boolean => grant.status === 'ACTIVE' && grant.recordedByName !== null && grant.seenByClientAt === null;
