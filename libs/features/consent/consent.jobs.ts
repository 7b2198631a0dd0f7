import { defineSchedule } from '#platform/jobs/job-definition';

/** Ends consents on the day after their last day, and requests that nobody answered. */
export const ConsentExpire = defineSchedule('consent.expire', '2 0 * * *', { alsoAtStart: true });
