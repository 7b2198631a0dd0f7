import type { Lifecycle } from '../common/lifecycle';

/** The states of a course session; "full" is derived from its seats. */
export const SessionStatus = {
  PLANNED: 'PLANNED',
  OPEN: 'OPEN',
  RUNNING: 'RUNNING',
  COMPLETED: 'COMPLETED',
  CANCELLED: 'CANCELLED',
} as const;

/** One of the states of a course session. */
export type SessionStatus = (typeof SessionStatus)[keyof typeof SessionStatus];

/** What a course session may become; it can be called off until it is over. */
export const SESSION_LIFECYCLE: Lifecycle<SessionStatus> = {
  PLANNED: ['OPEN', 'CANCELLED'],
  OPEN: ['RUNNING', 'CANCELLED'],
  RUNNING: ['COMPLETED', 'CANCELLED'],
  COMPLETED: [],
  CANCELLED: [],
};
