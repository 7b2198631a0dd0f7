import { defineJob } from '#platform/jobs/job-definition';

/** Mails one digest; the subject is the reminder. */
export const ReminderDeliver = defineJob('reminder.deliver', { queue: 'mail' });
