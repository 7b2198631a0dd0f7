import { defineSchedule } from '#platform/jobs/job-definition';

/** Looks each morning for what has become due; the rows are the truth, so a missed morning is made up for. */
export const FollowUpSweep = defineSchedule('follow-up.sweep', '30 8 * * *', { alsoAtStart: true });
