import type { Lifecycle } from '../common/lifecycle';

/** The states of a position; "filled" is derived from its slots. */
export const PositionStatus = {
  DRAFT: 'DRAFT',
  UNDER_REVIEW: 'UNDER_REVIEW',
  RETURNED: 'RETURNED',
  PUBLISHED: 'PUBLISHED',
  STALE: 'STALE',
  CLOSED: 'CLOSED',
} as const;

/** One of the states of a position. */
export type PositionStatus = (typeof PositionStatus)[keyof typeof PositionStatus];

/** What a position may become. */
export const POSITION_LIFECYCLE: Lifecycle<PositionStatus> = {
  DRAFT: ['UNDER_REVIEW'],
  UNDER_REVIEW: ['PUBLISHED', 'RETURNED'],
  RETURNED: ['UNDER_REVIEW'],
  PUBLISHED: ['CLOSED', 'STALE'],
  STALE: ['PUBLISHED'],
  CLOSED: [],
};
