import type { WorkCalendar } from '../calendar/work-calendar';
import { dayOf, type Day } from '../common/day';

/** Working days that an enterprise has to answer a sent referral. */
export const RESPOND_WITHIN_WORKING_DAYS = 5;

/** Working days after which a proposal that nobody answered lapses. */
export const PROPOSAL_LAPSES_AFTER_WORKING_DAYS = 10;

/** Working days after the invitation's date after which it lapses. */
export const INVITATION_LAPSES_AFTER_WORKING_DAYS = 5;

/** Days for which an offer holds its slot. */
export const HOLD_DAYS = 7;

const MS_PER_DAY = 86_400_000;

/** The last day on which the enterprise can answer a referral sent on this day. */
export const respondByOf = (sentOn: Day, calendar: WorkCalendar): Day =>
  calendar.addWorkingDays(sentOn, RESPOND_WITHIN_WORKING_DAYS);

/** The last day on which the client can answer a proposal made on this day. */
export const answerDueOn = (proposedOn: Day, calendar: WorkCalendar): Day =>
  calendar.addWorkingDays(proposedOn, PROPOSAL_LAPSES_AFTER_WORKING_DAYS);

/** The last day before an invitation for this instant lapses. */
export const invitationLapsesAfter = (invitedFor: Date, calendar: WorkCalendar): Day =>
  calendar.addWorkingDays(dayOf(invitedFor), INVITATION_LAPSES_AFTER_WORKING_DAYS);

/** The instant until which an offer made now holds its slot. */
export const slotHeldUntil = (now: Date): Date => new Date(now.getTime() + HOLD_DAYS * MS_PER_DAY);
