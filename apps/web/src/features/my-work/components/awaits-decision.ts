import type { ReferralStatus } from '@contract/gql';

const UP_TO_HER: ReadonlySet<ReferralStatus> = new Set(['PROPOSED', 'INVITED', 'OFFERED']);

/** True where the next word is the client's: a proposal, an invitation, an offer. */
export const awaitsDecision = ({ status }: { readonly status: ReferralStatus }): boolean => UP_TO_HER.has(status);
