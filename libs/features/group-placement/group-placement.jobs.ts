import { defineJob } from '#platform/jobs/job-definition';

/** Does one run of the solver; the subject is the run. It acts for the cohort as a whole, whoever started it. */
export const BatchSolveJob = defineJob('batch.solve', { queue: 'placement' });

/** Proposes the rows of an approved batch (subject), in the name of whoever committed it. */
export const BatchCommitJob = defineJob('batch.commit', { queue: 'placement', actsAs: 'ORIGINATOR' });
