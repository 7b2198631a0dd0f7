import { Role } from '#domain/common/role';

const { CASEWORKER, CLIENT } = Role;

/** Who may call what about help beside work: a part of the permission matrix, mutations first. */
export const SUPPORT_FIELDS: Readonly<Record<string, readonly Role[]>> = {
  noteAidRequest: [CASEWORKER],
  referAidRequest: [CASEWORKER],
  lookAgainAtAidRequest: [CASEWORKER],
  settleAidRequest: [CASEWORKER],
  dueAidRequests: [CASEWORKER],
  myAidRequests: [CLIENT],
};
