import type { Lifecycle } from '../common/lifecycle';

/** The states of a placement. */
export const PlacementStatus = {
  PLANNED: 'PLANNED',
  PROBATION: 'PROBATION',
  ACTIVE: 'ACTIVE',
  PAUSED: 'PAUSED',
  ENDED: 'ENDED',
  CANCELLED: 'CANCELLED',
} as const;

/** One of the states of a placement. */
export type PlacementStatus = (typeof PlacementStatus)[keyof typeof PlacementStatus];

/**
 * What a placement may become. An end can come from any state of work: people also leave in probation or a pause.
 * An ended one returns only to the state it had before (see placement-end).
 */
export const PLACEMENT_LIFECYCLE: Lifecycle<PlacementStatus> = {
  PLANNED: ['PROBATION', 'ACTIVE', 'CANCELLED'],
  PROBATION: ['ACTIVE', 'ENDED'],
  ACTIVE: ['PAUSED', 'ENDED'],
  PAUSED: ['ACTIVE', 'ENDED'],
  ENDED: ['PROBATION', 'ACTIVE', 'PAUSED'],
  CANCELLED: [],
};

/** The states in which a placement keeps its slot. */
export const LIVE_PLACEMENT_STATES: readonly PlacementStatus[] = ['PLANNED', 'PROBATION', 'ACTIVE', 'PAUSED'];
