import type { Lifecycle } from '../common/lifecycle';

/** The states of a request for a consent. */
export const ConsentRequestStatus = {
  OPEN: 'OPEN',
  AGREED: 'AGREED',
  DECLINED: 'DECLINED',
  LAPSED: 'LAPSED',
} as const;

/** One of the states of a request. */
export type ConsentRequestStatus = (typeof ConsentRequestStatus)[keyof typeof ConsentRequestStatus];

/** What a request may become; LAPSED is no answer, which is a no. */
export const CONSENT_REQUEST_LIFECYCLE: Lifecycle<ConsentRequestStatus> = {
  OPEN: ['AGREED', 'DECLINED', 'LAPSED'],
  AGREED: [],
  DECLINED: [],
  LAPSED: [],
};
