import { defineJob, defineSchedule } from '#platform/jobs/job-definition';

/** What a run covers: one enterprise, or null = all of the county. */
export type RunScope = { readonly organisationId: string | null };

/** Does a pay-check run; the subject is the run. A run exists once per period and revision, and so does its job. */
export const PayCheckRunJob = defineJob<RunScope>('pay-check.run', { queue: 'compute' });

/** Looks every morning whether the month's run is due: the fifth working day after the payroll deadline. */
export const EqualPayMonth = defineSchedule('equal-pay.month', '0 6 * * *', { alsoAtStart: true });
