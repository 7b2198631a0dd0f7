/** What a membership lets a person be: the closed list of roles. */
export const Role = {
  CLIENT: 'CLIENT',
  CASEWORKER: 'CASEWORKER',
  SUPERVISOR: 'SUPERVISOR',
  ADMINISTRATOR: 'ADMINISTRATOR',
  ENTERPRISE_HR: 'ENTERPRISE_HR',
  TRAINER: 'TRAINER',
  BASE_MANAGER: 'BASE_MANAGER',
  MENTOR: 'MENTOR',
  FUND_OFFICER: 'FUND_OFFICER',
  FINANCE_OFFICER: 'FINANCE_OFFICER',
  AUDITOR: 'AUDITOR',
} as const;

/** One of the roles. */
export type Role = (typeof Role)[keyof typeof Role];
