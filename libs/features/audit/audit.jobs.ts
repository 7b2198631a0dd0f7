import { defineJob, defineSchedule } from '#platform/jobs/job-definition';

/** Walks the county's audit chain; the subject is the verification. */
export const AuditVerify = defineJob('audit.verify', { queue: 'compute' });

/** Every night the chain is verified. */
export const AuditNight = defineSchedule('audit.night', '0 3 * * *');

/** Every month what is older than the retention is taken away. */
export const AuditRetention = defineSchedule('audit.retention', '30 3 1 * *');
