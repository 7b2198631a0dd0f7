import type { Lifecycle } from '../common/lifecycle';

/** The states of a group-placement batch. */
export const BatchStatus = {
  COLLECTING: 'COLLECTING',
  SOLVED: 'SOLVED',
  IN_REVIEW: 'IN_REVIEW',
  APPROVED: 'APPROVED',
  COMMITTED: 'COMMITTED',
  DISCARDED: 'DISCARDED',
} as const;

/** One of the states of a group-placement batch. */
export type BatchStatus = (typeof BatchStatus)[keyof typeof BatchStatus];

/** What a batch may become. */
export const BATCH_LIFECYCLE: Lifecycle<BatchStatus> = {
  COLLECTING: ['SOLVED', 'DISCARDED'],
  SOLVED: ['IN_REVIEW', 'DISCARDED'],
  IN_REVIEW: ['APPROVED', 'DISCARDED'],
  APPROVED: ['COMMITTED', 'DISCARDED'],
  COMMITTED: [],
  DISCARDED: [],
};
