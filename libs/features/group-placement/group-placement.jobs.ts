import { defineJob } from '#platform/jobs/job-definition';

/** Does one run of the solver (subject), in the name of whoever asked for it. */
export const BatchSolveJob = defineJob('batch.solve', { queue: 'placement', actsAs: 'ORIGINATOR' });

/** Proposes the rows of an approved batch (subject), in the name of whoever committed it. */
export const BatchCommitJob = defineJob('batch.commit', { queue: 'placement', actsAs: 'ORIGINATOR' });
