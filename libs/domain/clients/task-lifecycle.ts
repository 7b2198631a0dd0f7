import type { Lifecycle } from '../common/lifecycle';

/** The states of a task. */
export const TaskStatus = { OPEN: 'OPEN', DONE: 'DONE', DROPPED: 'DROPPED' } as const;

/** One of the states of a task. */
export type TaskStatus = (typeof TaskStatus)[keyof typeof TaskStatus];

/** What a task may become. */
export const TASK_LIFECYCLE: Lifecycle<TaskStatus> = {
  OPEN: ['DONE', 'DROPPED'],
  DONE: [],
  DROPPED: [],
};
