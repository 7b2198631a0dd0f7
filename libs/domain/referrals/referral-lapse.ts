import type { WorkCalendar } from '../calendar/work-calendar';
import { dayOf, type Day } from '../common/day';
import type { ReferralStatus } from './referral-lifecycle';
import { invitationLapsesAfter } from './referral-deadlines';

/** What decides whether a referral's time has run out. */
export interface LapseFacts {
  readonly status: ReferralStatus;
  readonly answerDueOn: Day | null;
  readonly respondBy: Day | null;
  readonly invitedFor: Date | null;
  readonly slotHeldUntil: Date | null;
}

/** Says whether the referral lapses now: the answer day, five working days after the invitation, or the hold has passed. */
export function hasLapsed(facts: LapseFacts, now: Date, calendar: WorkCalendar): boolean {
  const today = dayOf(now);
  switch (facts.status) {
    case 'PROPOSED':
    case 'CONSENTED':
      return facts.answerDueOn !== null && facts.answerDueOn < today;
    case 'SENT':
    case 'VIEWED':
      return facts.respondBy !== null && facts.respondBy < today;
    case 'INVITED':
    case 'INTERVIEW':
      return facts.invitedFor !== null && invitationLapsesAfter(facts.invitedFor, calendar) < today;
    case 'OFFERED':
      return facts.slotHeldUntil !== null && facts.slotHeldUntil <= now;
    default:
      return false;
  }
}
