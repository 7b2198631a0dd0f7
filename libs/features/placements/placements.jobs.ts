import { defineJob, defineSchedule } from '#platform/jobs/job-definition';

/** A placement exists: follow-up plans its milestones. Subject: the placement. */
export const PlacementStarted = defineJob('placement.started');

/** The first day of a placement that has not begun was changed: follow-up plans it anew. Subject: the placement. */
export const PlacementStartMoved = defineJob('placement.start-moved');

/** A placement ended: follow-up cancels what is open. Subject: the placement. */
export const PlacementEnded = defineJob('placement.ended');

/** An enterprise gave the number under which its payroll knows a placed person. Subject: the placement. */
export const EmployeeNumberRecorded = defineJob('placement.employee-number');

/** What a placement's contract says, or the days that it covers, changed. Subject: the placement. */
export const ContractChanged = defineJob('contract.changed');

/** Moves placements whose hire date or end of probation has come. */
export const PlacementsAdvance = defineSchedule('placement.advance', '5 0 * * *', { alsoAtStart: true });
