import type { Lifecycle } from '../common/lifecycle';

/** The states of one job slot. */
export const SlotStatus = {
  OPEN: 'OPEN',
  HELD: 'HELD',
  FILLED: 'FILLED',
  WITHDRAWN: 'WITHDRAWN',
} as const;

/** One of the states of a job slot. */
export type SlotStatus = (typeof SlotStatus)[keyof typeof SlotStatus];

/** What a slot may become; a filled one is freed by the end of its placement, never taken away. */
export const SLOT_LIFECYCLE: Lifecycle<SlotStatus> = {
  OPEN: ['HELD', 'FILLED', 'WITHDRAWN'],
  HELD: ['OPEN', 'FILLED'],
  FILLED: ['OPEN'],
  WITHDRAWN: ['OPEN'],
};
