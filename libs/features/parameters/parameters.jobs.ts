import { defineJob } from '#platform/jobs/job-definition';

/** A minimum wage was added, changed or confirmed, perhaps for months gone by. Subject: its row. */
export const MinimumWageChanged = defineJob<{ readonly effectiveFrom: string }>('min_wage.changed');
