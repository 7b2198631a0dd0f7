import { defineSchedule } from '#platform/jobs/job-definition';

/** Marks positions that nobody has confirmed for 90 days. */
export const PositionStale = defineSchedule('position.stale', '10 0 * * *', { alsoAtStart: true });
