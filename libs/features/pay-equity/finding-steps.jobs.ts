import { defineJob, defineSchedule } from '#platform/jobs/job-definition';

/** A finding went a step on: tasks and papers follow. The subject is the finding. */
export const PayFindingStepped = defineJob('pay-finding.stepped');

/** Does every morning what days bring about: answers that did not come, remedies that were not paid, appeals that are over. */
export const PayFindingsDue = defineSchedule('pay-finding.due', '20 0 * * *', { alsoAtStart: true });
