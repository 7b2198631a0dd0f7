import { dayOf } from '#domain/common/day';
import type { FollowUpTaskRow } from '../follow-up-tasks.repository';
import { FollowUpTask } from './follow-up-task.type';

/** The schema's form of a task. */
export const followUpTaskOf = (row: FollowUpTaskRow, now: Date): FollowUpTask =>
  Object.assign(new FollowUpTask(), row, { isLate: row.status === 'OPEN' && row.dueOn < dayOf(now) });
