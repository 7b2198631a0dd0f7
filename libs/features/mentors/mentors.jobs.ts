import { defineJob } from '#platform/jobs/job-definition';

/** A client would like another mentor: her caseworker is told. Subject: the pairing that she ended. */
export const AnotherMentorWished = defineJob('mentor.another-wished');
