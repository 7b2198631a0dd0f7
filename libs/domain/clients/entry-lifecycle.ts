import type { Lifecycle } from '../common/lifecycle';

/** The states of a programme entry. */
export const EntryStatus = { ACTIVE: 'ACTIVE', PAUSED: 'PAUSED', CLOSED: 'CLOSED' } as const;

/** One of the states of a programme entry. */
export type EntryStatus = (typeof EntryStatus)[keyof typeof EntryStatus];

/** What an entry may become; a closed one may be taken up again. */
export const ENTRY_LIFECYCLE: Lifecycle<EntryStatus> = {
  ACTIVE: ['PAUSED', 'CLOSED'],
  PAUSED: ['ACTIVE', 'CLOSED'],
  CLOSED: ['ACTIVE'],
};
