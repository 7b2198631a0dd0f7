import type { WorkCalendar } from '#domain/calendar/work-calendar';
import type { Actor } from '#domain/common/actor';
import { keepsCaseloadOf } from '#domain/common/caseload';
import type { Day } from '#domain/common/day';
import { OPEN_MILESTONE_STATES } from '#domain/follow-up/milestone-lifecycle';
import { DEFAULT_MILESTONE_TEMPLATE, EVIDENCE_RANK } from '#domain/follow-up/milestone-template';
import type { WorkAnswers } from '#domain/follow-up/work-questions';
import { done, refusal, refused, type Outcome } from '#domain/common/outcome';
import type { MilestoneRow } from './follow-up.repository';

/** Why a contact is not taken down. */
export type ContactCode = 'NOT_FOUND' | 'WRONG_STATE' | 'TOO_EARLY' | 'OUT_OF_RANGE' | 'NOBODY_ANSWERED';

/** A contact as given. */
export interface NewContact {
  readonly isTwoWay: boolean;
  readonly durationMinutes?: number | null;
  readonly answers?: WorkAnswers | null;
}

const LONGEST_CONTACT_MINUTES = 1_440;
const RETENTION_CODES: ReadonlySet<string> = new Set(
  DEFAULT_MILESTONE_TEMPLATE.filter(({ evidenceRank }) => evidenceRank === EVIDENCE_RANK.RETENTION).map(
    ({ code }) => code,
  ),
);

/** True when the actor may record contacts for this milestone: the client's own caseworker, or who stands in for her. */
export const mayRecordContact = (
  actor: Actor,
  milestone: { readonly caseworkerMembershipId: string | null },
): boolean => keepsCaseloadOf(actor, milestone.caseworkerMembershipId);

/** The first day on which a contact counts for a milestone: retention evidence never before its day, others within the window. */
export function earliestContactOn(
  milestone: Pick<MilestoneRow, 'code' | 'rawOn' | 'dueOn' | 'windowWorkingDays'>,
  calendar: WorkCalendar,
): Day {
  if (RETENTION_CODES.has(milestone.code)) return milestone.rawOn;
  return calendar.addWorkingDays(milestone.dueOn, -milestone.windowWorkingDays);
}

/** Says whether this contact may be taken down for this milestone today. */
export function checkedContact(
  milestone: MilestoneRow,
  contact: NewContact,
  today: Day,
  calendar: WorkCalendar,
): Outcome<NewContact, ContactCode> {
  if (!OPEN_MILESTONE_STATES.includes(milestone.status)) {
    return refused(refusal('WRONG_STATE', ['input', 'milestoneId'], { status: milestone.status }));
  }
  const earliestOn = earliestContactOn(milestone, calendar);
  if (today < earliestOn) return refused(refusal('TOO_EARLY', ['input', 'milestoneId'], { earliestOn }));
  const minutes = contact.durationMinutes ?? 0;
  if (minutes < 0 || minutes > LONGEST_CONTACT_MINUTES) {
    return refused(refusal('OUT_OF_RANGE', ['input', 'durationMinutes'], { least: 0, most: LONGEST_CONTACT_MINUTES }));
  }
  if (!contact.isTwoWay && contact.answers !== undefined && contact.answers !== null)
    return refused(refusal('NOBODY_ANSWERED', ['input', 'answers']));
  return done(contact);
}
