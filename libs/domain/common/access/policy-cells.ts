import { Role } from '../role';
import type { Cell, Cells, Grant, TypePolicy } from './policy-type';
import { Scope } from './scope';

const { COUNTY, TEAM, CASELOAD, OPENED, OWN_FILE, OWN_ENTERPRISE, PROPOSED_TO_HER } = Scope;

/** The same cell for every role. */
export const everyRole = (cell: Cell): Readonly<Record<Role, Cell>> =>
  Object.fromEntries(Object.values(Role).map((role) => [role, cell])) as Record<Role, Cell>;
/** Nobody but jobs. */
export const NOBODY: Cells = {};
/** Every role sees every row of the county. */
export const EVERYBODY = everyRole(COUNTY);
/** The file of a client: herself, her caseworker, the team's supervisor. */
export const FILE: Cells = { CLIENT: OWN_FILE, CASEWORKER: CASELOAD, SUPERVISOR: TEAM };
/** Another caseworker’s client, opened for a reason and read-only: one file, never a list. */
export const BREAK_GLASS: Cells = { CASEWORKER: OPENED };
/** Whether the programme is open to a client: herself, who looks after her, and a colleague who opened her file for a reason. */
export const ELIGIBILITY: Cells = { CLIENT: OWN_FILE, CASEWORKER: [CASELOAD, OPENED] };
/** What was noted of contacts with her: a supervisor reads it as any colleague does, in a file opened for a reason. */
export const NOTES: Cells = { ...ELIGIBILITY, SUPERVISOR: OPENED };
/** The office alone in a client’s file. */
export const STAFF_OF_FILE: Cells = { CASEWORKER: CASELOAD, SUPERVISOR: TEAM };
/** The office sees all offers of work, an enterprise its own, a client what she was put forward for. */
export const OFFERS: Cells = {
  CLIENT: PROPOSED_TO_HER,
  CASEWORKER: COUNTY,
  SUPERVISOR: COUNTY,
  ENTERPRISE_HR: OWN_ENTERPRISE,
};
/** The courses of the county, for those who take part or send people. */
export const TRAINING: Cells = {
  CLIENT: COUNTY,
  CASEWORKER: COUNTY,
  SUPERVISOR: COUNTY,
  TRAINER: COUNTY,
  BASE_MANAGER: COUNTY,
};
/** The training base. */
export const BASE: Cells = { BASE_MANAGER: COUNTY };
/** Who keeps parameters and organisations. */
export const PARAMETERS: Cells = { ADMINISTRATOR: COUNTY, SUPERVISOR: COUNTY };
/** Who reads the audit trail. */
export const TRAIL: Cells = { ADMINISTRATOR: COUNTY, AUDITOR: COUNTY };
/** An enterprise among its own rows. */
export const ENTERPRISE: Cells = { ENTERPRISE_HR: OWN_ENTERPRISE };
/** Clients who share a group of fields for a purpose. */
export const granted = (fieldGroup: Grant['fieldGroup'], purpose: Grant['purpose']): Cell => ({
  scope: Scope.GRANTED,
  grant: { fieldGroup, purpose },
});
/** A group of fields that others share with contact person and training base. */
export const sharedBeyond = (fieldGroup: Grant['fieldGroup']): Cells => ({
  MENTOR: granted(fieldGroup, 'MENTOR_SHARE'),
  TRAINER: granted(fieldGroup, 'TRAINER_SHARE'),
  BASE_MANAGER: granted(fieldGroup, 'TRAINER_SHARE'),
});
/** Names that rest on a consent, on a running contract, or on a seat in a course. */
export const KNOWN_BY_NAME: Cells = {
  ENTERPRISE_HR: granted('IDENTITY', 'SHARE_IDENTITY'),
  MENTOR: granted('IDENTITY', 'MENTOR_SHARE'),
  TRAINER: Scope.SEATED,
  BASE_MANAGER: Scope.SEATED_ANYWHERE,
};
/** Clients of whom something sealed is shared: what opens a name, a way of contact or what a workplace arranges opens their key. */
export const OPENED_OUTSIDE: Cells = {
  ...KNOWN_BY_NAME,
  ENTERPRISE_HR: [
    granted('IDENTITY', 'SHARE_IDENTITY'),
    granted('CONTACT', 'SHARE_IDENTITY'),
    granted('WORK_NEEDS', 'SHARE_PROFILE'),
  ],
  MENTOR: [
    granted('IDENTITY', 'MENTOR_SHARE'),
    granted('CONTACT', 'MENTOR_SHARE'),
    granted('WORK_NEEDS', 'MENTOR_SHARE'),
  ],
};
/** What fewer people see of a client than her row. */
export const FIELDS_OF_CLIENT: NonNullable<TypePolicy['fields']> = {
  ELIGIBILITY: { columns: ['eligible', 'attested_by_membership_id', 'attested_on'], read: ELIGIBILITY },
  CASE_NOTES: { columns: [], read: NOTES },
};
/** Rows about one client. */
export const aboutClient = { client: 'client_id' } as const;
/** Rows of one organisation. */
export const ofOrganisation = { organisation: 'organisation_id' } as const;
/** A type whose rows are nobody’s in particular. */
export const platform = (read: Cells, write: Cells, create: Cells = write): TypePolicy => ({
  about: {},
  read,
  write,
  create,
});
