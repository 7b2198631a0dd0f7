import { defineJob, defineSchedule } from '#platform/jobs/job-definition';

/** Imports the file of a run (subject), in the name of whoever asked for it. */
export const ImportRequested = defineJob('import.run', { queue: 'import', actsAs: 'ORIGINATOR' });

/** Destroys the cells of imported rows that are past their day. */
export const ImportSweep = defineSchedule('import.sweep', '40 1 * * *', { alsoAtStart: true });
