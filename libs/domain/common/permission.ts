import { Role } from './role';

/** What a root field asks for: one permission per kind of act, never per screen. */
export const Permission = {
  CLIENT_READ: 'CLIENT_READ',
  CLIENT_EDIT: 'CLIENT_EDIT',
  MATCH_READ: 'MATCH_READ',
  POSITION_READ: 'POSITION_READ',
  POSITION_CONFIRM: 'POSITION_CONFIRM',
  AGREEMENT_READ: 'AGREEMENT_READ',
  REFERRAL_READ: 'REFERRAL_READ',
  REFERRAL_CONDUCT: 'REFERRAL_CONDUCT',
  CANDIDATE_READ: 'CANDIDATE_READ',
  CANDIDATE_ANSWER: 'CANDIDATE_ANSWER',
  OWN_FILE_READ: 'OWN_FILE_READ',
  OWN_DECISION: 'OWN_DECISION',
  PLACEMENT_END: 'PLACEMENT_END',
  FOLLOW_UP_READ: 'FOLLOW_UP_READ',
  FOLLOW_UP_RECORD: 'FOLLOW_UP_RECORD',
  TODAY_READ: 'TODAY_READ',
  PAY_FINDING_READ: 'PAY_FINDING_READ',
  PAY_CHECK_RUN: 'PAY_CHECK_RUN',
  PAYROLL_DECLARE: 'PAYROLL_DECLARE',
  IMPORT: 'IMPORT',
  COUNTY_READ: 'COUNTY_READ',
  MEMBER_MANAGE: 'MEMBER_MANAGE',
  TRAINING_READ: 'TRAINING_READ',
  SYSTEM_READ: 'SYSTEM_READ',
  AUDIT_READ: 'AUDIT_READ',
  CATALOGUE_READ: 'CATALOGUE_READ',
  FILE_UPLOAD: 'FILE_UPLOAD',
  LIVE: 'LIVE',
  OWN_ACCOUNT: 'OWN_ACCOUNT',
  CASELOAD_SHARE: 'CASELOAD_SHARE',
  FILE_OPEN: 'FILE_OPEN',
  COMPLAINT_READ: 'COMPLAINT_READ',
  FILE_OPENING_REVIEW: 'FILE_OPENING_REVIEW',
} as const;

/** One of the permissions. */
export type Permission = (typeof Permission)[keyof typeof Permission];

const everyone = [Permission.CATALOGUE_READ, Permission.LIVE, Permission.OWN_ACCOUNT] as const;

/** Which role holds which permission; what is not listed is denied. Rows are narrowed further by the repositories and the database. */
export const permissionsOf: Readonly<Record<Role, ReadonlySet<Permission>>> = {
  [Role.CLIENT]: new Set([...everyone, Permission.OWN_FILE_READ, Permission.OWN_DECISION]),
  [Role.CASEWORKER]: new Set([
    ...everyone,
    Permission.CLIENT_READ,
    Permission.CLIENT_EDIT,
    Permission.MATCH_READ,
    Permission.POSITION_READ,
    Permission.POSITION_CONFIRM,
    Permission.AGREEMENT_READ,
    Permission.REFERRAL_READ,
    Permission.REFERRAL_CONDUCT,
    Permission.PLACEMENT_END,
    Permission.FOLLOW_UP_READ,
    Permission.FOLLOW_UP_RECORD,
    Permission.TODAY_READ,
    Permission.TRAINING_READ,
    Permission.PAY_FINDING_READ,
    Permission.IMPORT,
    Permission.FILE_UPLOAD,
    Permission.CASELOAD_SHARE,
    Permission.FILE_OPEN,
  ]),
  [Role.SUPERVISOR]: new Set([
    ...everyone,
    Permission.CLIENT_READ,
    Permission.MATCH_READ,
    Permission.POSITION_READ,
    Permission.AGREEMENT_READ,
    Permission.REFERRAL_READ,
    Permission.FOLLOW_UP_READ,
    Permission.PAY_FINDING_READ,
    Permission.PAY_CHECK_RUN,
    Permission.COUNTY_READ,
    Permission.TRAINING_READ,
    Permission.CASELOAD_SHARE,
    Permission.FILE_OPENING_REVIEW,
    Permission.COMPLAINT_READ,
  ]),
  [Role.ADMINISTRATOR]: new Set([
    ...everyone,
    Permission.MEMBER_MANAGE,
    Permission.SYSTEM_READ,
    Permission.COMPLAINT_READ,
  ]),
  [Role.ENTERPRISE_HR]: new Set([
    ...everyone,
    Permission.POSITION_READ,
    Permission.POSITION_CONFIRM,
    Permission.AGREEMENT_READ,
    Permission.CANDIDATE_READ,
    Permission.CANDIDATE_ANSWER,
    Permission.PAYROLL_DECLARE,
    Permission.IMPORT,
    Permission.FILE_UPLOAD,
  ]),
  [Role.TRAINER]: new Set([...everyone, Permission.TRAINING_READ]),
  [Role.BASE_MANAGER]: new Set([...everyone, Permission.TRAINING_READ]),
  [Role.MENTOR]: new Set(everyone),
  [Role.FUND_OFFICER]: new Set(everyone),
  [Role.FINANCE_OFFICER]: new Set(everyone),
  [Role.AUDITOR]: new Set([...everyone, Permission.AUDIT_READ]),
};

/** The roles that hold at least one of the permissions, in the order of the role list. */
export const rolesWith = (permissions: readonly Permission[]): Role[] =>
  Object.values(Role).filter((role) => permissions.some((permission) => permissionsOf[role].has(permission)));
