import { defineSchedule } from '#platform/jobs/job-definition';

/** Ends agreements on the day after their last day. */
export const AgreementExpire = defineSchedule('agreement.expire', '5 0 * * *', { alsoAtStart: true });
