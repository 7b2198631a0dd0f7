import { defineSchedule } from '#platform/jobs/job-definition';

/** Half an hour before the digests of the day go out. */
export const FollowUpSweep = defineSchedule('follow-up.sweep', '30 8 * * *', { alsoAtStart: true });
