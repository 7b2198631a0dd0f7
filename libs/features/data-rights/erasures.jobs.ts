import { defineJob, defineSchedule } from '#platform/jobs/job-definition';

/** Erases the client of a confirmed wish (subject). */
export const ErasureConfirmed = defineJob('client.erase');

/** Puts a client's wish (subject) on her caseworker's list. */
export const ErasureRequested = defineJob('erasure.requested');

/** Puts what a client says is wrong (subject) on her caseworker's list. */
export const CorrectionRequested = defineJob('correction.requested');

/** Makes the copy of her data (subject) that a client asked for, in her name. */
export const DataExportRequested = defineJob('data.export', { queue: 'compute', actsAs: 'ORIGINATOR' });

/** Lets go every night of what has been kept for its time. */
export const RetentionSweep = defineSchedule('retention.sweep', '10 2 * * *', { alsoAtStart: true });
