import type { Role } from '@contract/gql';

/** Clients are invited by their caseworkers, never here. */
export const MEMBER_ROLES: readonly Exclude<Role, 'CLIENT'>[] = [
  'CASEWORKER',
  'SUPERVISOR',
  'ADMINISTRATOR',
  'ENTERPRISE_HR',
  'TRAINER',
  'BASE_MANAGER',
  'MENTOR',
  'FUND_OFFICER',
  'FINANCE_OFFICER',
  'AUDITOR',
];
