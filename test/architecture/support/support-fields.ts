import { Role } from '#domain/common/role';

const { CASEWORKER, CLIENT, MENTOR } = Role;

/** Who may call what about help beside work: a part of the permission matrix, mutations first. */
export const SUPPORT_FIELDS: Readonly<Record<string, readonly Role[]>> = {
  noteAidRequest: [CASEWORKER],
  referAidRequest: [CASEWORKER],
  lookAgainAtAidRequest: [CASEWORKER],
  settleAidRequest: [CASEWORKER],
  pairMentor: [CASEWORKER],
  endMentorPairing: [CASEWORKER],
  refuseMentor: [CLIENT],
  writeMentorNote: [MENTOR],
  mentors: [CASEWORKER],
  myMentor: [CLIENT],
  myPeople: [MENTOR],
  dueAidRequests: [CASEWORKER],
  myAidRequests: [CLIENT],
};
