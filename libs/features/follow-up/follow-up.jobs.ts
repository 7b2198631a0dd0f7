import { defineJob, defineSchedule } from '#platform/jobs/job-definition';

/** Half an hour before the digests of the day go out. */
export const FollowUpSweep = defineSchedule('follow-up.sweep', '30 8 * * *', { alsoAtStart: true });

/** A client answered by herself: the office's part follows. Subject: the milestone. */
export const FollowUpAnswered = defineJob('follow-up.answered');

/** A supervisor reminds a caseworker by hand. Subject: the caseworker's membership. */
export const CaseworkerReminded = defineJob('follow-up.caseworker-reminded');
