import { defineSchedule } from '#platform/jobs/job-definition';

/** Raises the looks of the day before people come to work. */
export const AidSweep = defineSchedule('aid.sweep', '15 8 * * *', { alsoAtStart: true });
