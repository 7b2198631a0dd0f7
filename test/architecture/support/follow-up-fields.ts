import { Role } from '#domain/common/role';

const { CASEWORKER, SUPERVISOR, CLIENT } = Role;

/** Who may call what about follow-up: a part of the permission matrix, mutations first. */
export const FOLLOW_UP_FIELDS: Readonly<Record<string, readonly Role[]>> = {
  recordContact: [CASEWORKER],
  snoozeFollowUp: [CASEWORKER],
  declineFollowUp: [CASEWORKER],
  answerMyFollowUp: [CLIENT],
  movePlacementStart: [CASEWORKER],
  loadHolidays: [SUPERVISOR],
  changeMilestoneTemplate: [SUPERVISOR],
  remindCaseworker: [SUPERVISOR],
  finishFollowUpTask: [CASEWORKER, SUPERVISOR],
  followUps: [CASEWORKER, SUPERVISOR],
  followUpTasks: [CASEWORKER, SUPERVISOR],
  myFollowUps: [CLIENT],
  retention: [SUPERVISOR],
  milestoneTemplate: [CASEWORKER, SUPERVISOR],
  milestoneTemplates: [CASEWORKER, SUPERVISOR],
  milestonePlanPreview: [SUPERVISOR],
  holidayYears: Object.values(Role),
};
