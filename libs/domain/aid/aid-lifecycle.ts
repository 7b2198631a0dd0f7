import { statesOf, type Lifecycle } from '../common/lifecycle';

/** The states of an aid request. */
export const AidStatus = {
  NOTED: 'NOTED',
  REFERRED: 'REFERRED',
  GRANTED: 'GRANTED',
  NOT_GRANTED: 'NOT_GRANTED',
  WITHDRAWN: 'WITHDRAWN',
} as const;

/** One of the states of an aid request. */
export type AidStatus = (typeof AidStatus)[keyof typeof AidStatus];

/** What an aid request may become; one that was not granted may be taken to an office again. */
export const AID_LIFECYCLE: Lifecycle<AidStatus> = {
  NOTED: ['REFERRED', 'WITHDRAWN'],
  REFERRED: ['GRANTED', 'NOT_GRANTED', 'WITHDRAWN'],
  GRANTED: [],
  NOT_GRANTED: ['REFERRED'],
  WITHDRAWN: [],
};

/** The states in which somebody still has to look. */
export const OPEN_AID_STATES: readonly AidStatus[] = ['NOTED', 'REFERRED'];

/** Every state in the order of the table. */
export const AID_STATES = statesOf(AID_LIFECYCLE);
