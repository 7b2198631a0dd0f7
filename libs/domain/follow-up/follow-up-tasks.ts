import type { WorkCalendar } from '../calendar/work-calendar';
import { addDays, type Day } from '../common/day';

/** What follow-up gives people to do. */
export const FollowUpTaskKind = {
  SUPPORTIVE_OUTREACH: 'SUPPORTIVE_OUTREACH',
  CONTACT_WANTED: 'CONTACT_WANTED',
  PAY_CHECK: 'PAY_CHECK',
  EQUALITY_CHECK: 'EQUALITY_CHECK',
  HOURS_CHECK: 'HOURS_CHECK',
  END_OF_WORK_CHECK: 'END_OF_WORK_CHECK',
  HELP_WANTED: 'HELP_WANTED',
  CHANGE_WISHED: 'CHANGE_WISHED',
  TRAINING_WANTED: 'TRAINING_WANTED',
  JOB_LOSS_CONTACT: 'JOB_LOSS_CONTACT',
  FINAL_PAY_CHECK: 'FINAL_PAY_CHECK',
  NEEDS_REVIEW: 'NEEDS_REVIEW',
  BENEFITS_CHECK: 'BENEFITS_CHECK',
  NEW_PROPOSAL: 'NEW_PROPOSAL',
  ENTERPRISE_REVIEW: 'ENTERPRISE_REVIEW',
} as const;

/** One of the things to do. */
export type FollowUpTaskKind = (typeof FollowUpTaskKind)[keyof typeof FollowUpTaskKind];

/** Who does it and by when. */
export interface TaskRule {
  readonly who: 'CASEWORKER' | 'SUPERVISOR';
  readonly within: { readonly count: number; readonly unit: 'WORKING_DAYS' | 'DAYS' };
}

const workingDays = (count: number) => ({ count, unit: 'WORKING_DAYS' as const });
const caseworker = (count: number): TaskRule => ({ who: 'CASEWORKER', within: workingDays(count) });
const supervisor = (count: number): TaskRule => ({ who: 'SUPERVISOR', within: workingDays(count) });

/**
 * The clock of each: those of a job loss are the follow-up specification's (contact 2 working days, needs review 5, new
 * proposal 30 days); the others are our own.
 */
export const FOLLOW_UP_TASKS: Readonly<Record<FollowUpTaskKind, TaskRule>> = {
  SUPPORTIVE_OUTREACH: supervisor(5),
  CONTACT_WANTED: caseworker(1),
  PAY_CHECK: caseworker(2),
  EQUALITY_CHECK: caseworker(2),
  HOURS_CHECK: caseworker(3),
  END_OF_WORK_CHECK: caseworker(1),
  HELP_WANTED: caseworker(2),
  CHANGE_WISHED: caseworker(5),
  TRAINING_WANTED: caseworker(5),
  JOB_LOSS_CONTACT: caseworker(2),
  // 工资支付暂行规定 art. 9: wages are paid at once when the contract ends.
  FINAL_PAY_CHECK: caseworker(2),
  NEEDS_REVIEW: caseworker(5),
  BENEFITS_CHECK: caseworker(5),
  NEW_PROPOSAL: { who: 'CASEWORKER', within: { count: 30, unit: 'DAYS' } },
  ENTERPRISE_REVIEW: supervisor(10),
};

/** The day by which a task is to be done, counted from the day that brought it. */
export function taskDueOn(kind: FollowUpTaskKind, from: Day, calendar: WorkCalendar): Day {
  const { count, unit } = FOLLOW_UP_TASKS[kind].within;
  return unit === 'DAYS' ? addDays(from, count) : calendar.addWorkingDays(from, count);
}
