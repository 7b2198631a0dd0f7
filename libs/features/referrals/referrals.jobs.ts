import { defineSchedule } from '#platform/jobs/job-definition';

/** Lets referrals lapse whose time has run out. */
export const ReferralsLapse = defineSchedule('referral.lapse', '15 * * * *', { alsoAtStart: true });

/** Ends referrals whose consent ran out with the day, in its first minute; the night's other jobs come after. */
export const ReferralsEndWithConsent = defineSchedule('referral.consent-ended', '1 0 * * *', { alsoAtStart: true });
