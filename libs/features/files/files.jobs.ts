import { defineSchedule } from '#platform/jobs/job-definition';

/** Destroys files that are past their day. */
export const FileSweep = defineSchedule('file.sweep', '20 1 * * *', { alsoAtStart: true });
