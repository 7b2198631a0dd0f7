import { defineJob, defineSchedule } from '#platform/jobs/job-definition';

/** What a run covers: one enterprise, or null = all of the county. */
export type RunScope = {
  readonly organisationId: string | null;
  /** equal-pay-{county}-{period}-{revision}, by which the queue knows the run; null = by its outbox row. */
  readonly runKey: string | null;
};

/** A job of a run under the run's key. */
export type RunStep = { readonly runKey: string | null };

const queue = 'pay-check';

/** Divides a pay-check run among its enterprises; the subject is the run. A run exists once per period and revision, and so does its job. */
export const PayCheckRunJob = defineJob<RunScope>('pay-check.run', { queue, key: ({ runKey }) => runKey });

/** One enterprise's part of a run; the subject is the part. */
export const PayCheckPartJob = defineJob<RunStep>('pay-check.part', { queue, key: ({ runKey }) => runKey });

/** What a run does when its last part is done: the month's family of tests, and its end. The subject is the run. */
export const PayCheckCloseJob = defineJob<RunStep>('pay-check.close', { queue, key: ({ runKey }) => runKey });

/** Looks every morning whether the month's run is due: the fifth working day after the payroll deadline. */
export const EqualPayMonth = defineSchedule('equal-pay.month', '0 6 * * *', { alsoAtStart: true });

/** Looks every morning, from day 25 on, which enterprises have not declared the month before. */
export const PayrollMissing = defineSchedule('payroll.missing', '20 6 * * *', { alsoAtStart: true });
