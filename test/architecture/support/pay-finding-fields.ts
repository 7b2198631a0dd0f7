import { Role } from '#domain/common/role';

const { CASEWORKER, SUPERVISOR, ENTERPRISE_HR, CLIENT } = Role;

/** Who may call what about findings: a part of the permission matrix, mutations first. */
export const PAY_FINDING_FIELDS: Readonly<Record<string, readonly Role[]>> = {
  dismissPayFinding: [CASEWORKER],
  askClientAboutPayFinding: [CASEWORKER],
  reviewPayFinding: [CASEWORKER],
  confirmPayFindingPutRight: [CASEWORKER],
  decidePayFinding: [SUPERVISOR],
  askPayFindingReferral: [SUPERVISOR],
  referPayFinding: [SUPERVISOR],
  closePayFinding: [SUPERVISOR],
  suspendNewSlots: [SUPERVISOR],
  resumeNewSlots: [SUPERVISOR],
  settlePayTask: [SUPERVISOR],
  answerPayFinding: [ENTERPRISE_HR],
  contestPayFinding: [ENTERPRISE_HR],
  answerPayFindingConsent: [CLIENT],
  answerPayFindingReferral: [CLIENT],
  appealPayFinding: [CLIENT],
  payFinding: [CASEWORKER, SUPERVISOR],
  payFindingBoard: [CASEWORKER, SUPERVISOR],
  payFindingAuthorities: [SUPERVISOR],
  slotDecisions: [SUPERVISOR],
  payTasks: [SUPERVISOR],
  payRunOverview: [SUPERVISOR],
  enterprisePayFindings: [ENTERPRISE_HR],
  myPayFindings: [CLIENT],
};
