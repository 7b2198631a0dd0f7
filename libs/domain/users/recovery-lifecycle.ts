import type { Lifecycle } from '../common/lifecycle';

/** The states of a request to take a lost second factor away. */
export const RecoveryStatus = { OPEN: 'OPEN', CONFIRMED: 'CONFIRMED', REFUSED: 'REFUSED' } as const;

/** One of the states of such a request. */
export type RecoveryStatus = (typeof RecoveryStatus)[keyof typeof RecoveryStatus];

/** What such a request may become; one that is older than 72 hours becomes nothing. */
export const RECOVERY_LIFECYCLE: Lifecycle<RecoveryStatus> = {
  OPEN: ['CONFIRMED', 'REFUSED'],
  CONFIRMED: [],
  REFUSED: [],
};

/** How long a request may be confirmed, in hours. */
export const RECOVERY_HOURS = 72;
