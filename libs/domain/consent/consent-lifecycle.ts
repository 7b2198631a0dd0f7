import type { Lifecycle } from '../common/lifecycle';

/** The states of a consent. */
export const ConsentStatus = { ACTIVE: 'ACTIVE', REVOKED: 'REVOKED', EXPIRED: 'EXPIRED' } as const;

/** One of the states of a consent. */
export type ConsentStatus = (typeof ConsentStatus)[keyof typeof ConsentStatus];

/** What a consent may become. */
export const CONSENT_LIFECYCLE: Lifecycle<ConsentStatus> = {
  ACTIVE: ['REVOKED', 'EXPIRED'],
  REVOKED: [],
  EXPIRED: [],
};
