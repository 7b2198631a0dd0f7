import type { Lifecycle } from '../common/lifecycle';

/** The states of a membership. */
export const MembershipStatus = { PENDING: 'PENDING', ACTIVE: 'ACTIVE', ENDED: 'ENDED' } as const;

/** One of the states of a membership. */
export type MembershipStatus = (typeof MembershipStatus)[keyof typeof MembershipStatus];

/** What a membership may become; an ended one is replaced by a new one. */
export const MEMBERSHIP_LIFECYCLE: Lifecycle<MembershipStatus> = {
  PENDING: ['ACTIVE', 'ENDED'],
  ACTIVE: ['ENDED'],
  ENDED: [],
};
