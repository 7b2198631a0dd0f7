import type { Lifecycle } from '../common/lifecycle';

/** The states of a follow-up milestone; "late" is derived. */
export const MilestoneStatus = {
  SCHEDULED: 'SCHEDULED',
  DUE: 'DUE',
  DONE: 'DONE',
  SNOOZED: 'SNOOZED',
  UNREACHED: 'UNREACHED',
  CANCELLED: 'CANCELLED',
  COVERED: 'COVERED',
  DECLINED: 'DECLINED',
} as const;

/** One of the states of a follow-up milestone. */
export type MilestoneStatus = (typeof MilestoneStatus)[keyof typeof MilestoneStatus];

/**
 * What a milestone may become. One that is not yet due may be called off, covered by another, declined by the client,
 * or done early by a two-way contact inside its window; a snoozed one comes due again.
 */
export const MILESTONE_LIFECYCLE: Lifecycle<MilestoneStatus> = {
  SCHEDULED: ['DUE', 'DONE', 'CANCELLED', 'COVERED', 'DECLINED'],
  DUE: ['DONE', 'SNOOZED', 'UNREACHED', 'CANCELLED', 'COVERED', 'DECLINED'],
  SNOOZED: ['DUE', 'DONE', 'UNREACHED', 'CANCELLED', 'COVERED', 'DECLINED'],
  DONE: [],
  UNREACHED: [],
  CANCELLED: [],
  COVERED: [],
  DECLINED: [],
};

/** The states in which a milestone still waits for a contact. */
export const OPEN_MILESTONE_STATES: readonly MilestoneStatus[] = ['SCHEDULED', 'DUE', 'SNOOZED'];
