import { addDays, type Day } from '../common/day';
import { FollowUpTaskKind } from './follow-up-tasks';

/** So many ends of work at one enterprise within so many days bring a look at it together (follow-up specification). */
export const ENTERPRISE_REVIEW_AFTER = { ends: 2, days: 90 } as const;

/** What is done for somebody whose work ended, whatever the reason. */
const ALWAYS = [FollowUpTaskKind.JOB_LOSS_CONTACT, FollowUpTaskKind.FINAL_PAY_CHECK] as const;

/** What only somebody without other work needs; new work makes it needless. */
export const UNTIL_NEW_WORK = [
  FollowUpTaskKind.NEEDS_REVIEW,
  FollowUpTaskKind.BENEFITS_CHECK,
  FollowUpTaskKind.NEW_PROPOSAL,
] as const;

/** The tasks that the end of work brings: none of them depends on why it ended or how often it did. */
export const tasksOfJobLoss = ({ hasOtherWork }: { readonly hasOtherWork: boolean }): readonly FollowUpTaskKind[] =>
  hasOtherWork ? ALWAYS : [...ALWAYS, ...UNTIL_NEW_WORK];

/** Says whether an end on this day is one too many: two or more at the enterprise within 90 days, this one among them. */
export function needsEnterpriseReview(endsAtEnterprise: readonly Day[], endedOn: Day): boolean {
  const since = addDays(endedOn, -ENTERPRISE_REVIEW_AFTER.days);
  return endsAtEnterprise.filter((day) => day >= since && day <= endedOn).length >= ENTERPRISE_REVIEW_AFTER.ends;
}
