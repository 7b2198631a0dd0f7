import type { WorkCalendar } from '../calendar/work-calendar';
import type { Day } from '../common/day';
import { mayBecome, type Lifecycle } from '../common/lifecycle';

/** Where a complaint stands. */
export const ComplaintStatus = {
  RECEIVED: 'RECEIVED',
  IN_REVIEW: 'IN_REVIEW',
  ANSWERED: 'ANSWERED',
  CLOSED: 'CLOSED',
} as const;

/** One of the states of a complaint. */
export type ComplaintStatus = (typeof ComplaintStatus)[keyof typeof ComplaintStatus];

/** An answered or closed complaint goes back into review when the client reopens it, once. */
export const complaintLifecycle: Lifecycle<ComplaintStatus> = {
  RECEIVED: ['IN_REVIEW'],
  IN_REVIEW: ['ANSWERED'],
  ANSWERED: ['CLOSED', 'IN_REVIEW'],
  CLOSED: ['IN_REVIEW'],
};

/** What a complaint is about. */
export const ComplaintTopic = {
  PERSON: 'PERSON',
  SERVICE: 'SERVICE',
  WORKPLACE: 'WORKPLACE',
  OWN_DATA: 'OWN_DATA',
} as const;

/** One of the topics. */
export type ComplaintTopic = (typeof ComplaintTopic)[keyof typeof ComplaintTopic];

/** Working days within which a complaint is answered. */
export const ANSWER_WORKING_DAYS = 10;

/** Bounds of a complaint and of its answer, in characters. */
export const COMPLAINT_TEXT = { least: 4, most: 1_000 } as const;

/** The last day for an answer to what was received, or reopened, on a day. */
export const answerDueOn = (day: Day, calendar: WorkCalendar): Day => calendar.addWorkingDays(day, ANSWER_WORKING_DAYS);

/** True where the client may reopen: after an answer, and not a second time. */
export const mayReopen = (complaint: { readonly status: ComplaintStatus; readonly wasReopened: boolean }): boolean =>
  !complaint.wasReopened &&
  complaint.status !== ComplaintStatus.RECEIVED &&
  mayBecome(complaintLifecycle, complaint.status, ComplaintStatus.IN_REVIEW);
