import { defineJob } from '#platform/jobs/job-definition';

/** A year's holidays were loaded: what was planned on it provisionally is planned anew. Subject: the county. */
export const HolidaysLoaded = defineJob<{ readonly year: number }>('holidays.loaded');

/** A minimum wage was added, changed or confirmed, perhaps for months gone by. Subject: its row. */
export const MinimumWageChanged = defineJob<{ readonly effectiveFrom: string }>('min_wage.changed');
