import type { Lifecycle } from './lifecycle';

/** The states of background work that people watch: an import, a pay-check run. */
export const RunState = { QUEUED: 'QUEUED', RUNNING: 'RUNNING', DONE: 'DONE', FAILED: 'FAILED' } as const;

/** One of the states of background work. */
export type RunState = (typeof RunState)[keyof typeof RunState];

/** What background work may become; a failed one is queued again by a person. */
export const RUN_LIFECYCLE: Lifecycle<RunState> = {
  QUEUED: ['RUNNING', 'FAILED'],
  RUNNING: ['DONE', 'FAILED'],
  DONE: [],
  FAILED: ['QUEUED'],
};
