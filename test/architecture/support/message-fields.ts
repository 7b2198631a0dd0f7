import { Role } from '#domain/common/role';

const { ADMINISTRATOR, CASEWORKER, CLIENT, SUPERVISOR } = Role;

/** Who may call what about messages, deliveries and jobs: a part of the permission matrix, mutations first. */
export const MESSAGE_FIELDS: Readonly<Record<string, readonly Role[]>> = {
  chooseContact: [CLIENT],
  recordContactChoice: [CASEWORKER],
  remindClient: [CASEWORKER, SUPERVISOR],
  retryJob: [ADMINISTRATOR],
  dropJob: [ADMINISTRATOR],
  clientContact: [CASEWORKER, SUPERVISOR],
  myContact: [CLIENT],
  myMessages: [CLIENT],
  deliveries: [ADMINISTRATOR, SUPERVISOR],
  jobKinds: [ADMINISTRATOR],
  waitingJobs: [ADMINISTRATOR],
};
