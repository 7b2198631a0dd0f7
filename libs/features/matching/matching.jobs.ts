import { defineSchedule } from '#platform/jobs/job-definition';

/** Takes away what the ranking indexes no longer follow. */
export const PositionChangesForgotten = defineSchedule('position-changes.forget', '40 0 * * *', { alsoAtStart: true });
