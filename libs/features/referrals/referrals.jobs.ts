import { defineSchedule } from '#platform/jobs/job-definition';

/** Lets referrals lapse whose time has run out. */
export const ReferralsLapse = defineSchedule('referral.lapse', '15 * * * *', { alsoAtStart: true });
