import { Role } from '../role';
import type { Cell, Cells, TypePolicy } from './policy-type';
import { Scope } from './scope';

const { COUNTY, TEAM, CASELOAD, OWN_FILE, OWN_ENTERPRISE, SENT_TO_ENTERPRISE, OWN, OWN_ACCOUNT } = Scope;
const { OWN_SESSIONS, ENROLLED, PROPOSED_TO_HER, SEATED, SEATED_ANYWHERE, OWN_OR_PUBLIC, STAFF, CONTACT_PERSONS } =
  Scope;

const everyRole = (cell: Cell): Readonly<Record<Role, Cell>> =>
  Object.fromEntries(Object.values(Role).map((role) => [role, cell])) as Record<Role, Cell>;
const NOBODY: Cells = {};
const EVERYBODY = everyRole(COUNTY);
/** The file of a client: herself, her caseworker, the team's supervisor. */
const FILE: Cells = { CLIENT: OWN_FILE, CASEWORKER: CASELOAD, SUPERVISOR: TEAM };
const STAFF_OF_FILE: Cells = { CASEWORKER: CASELOAD, SUPERVISOR: TEAM };
/** The office sees all offers of work, an enterprise its own, a client what she was put forward for. */
const OFFERS: Cells = {
  CLIENT: PROPOSED_TO_HER,
  CASEWORKER: COUNTY,
  SUPERVISOR: COUNTY,
  ENTERPRISE_HR: OWN_ENTERPRISE,
};
const TRAINING: Cells = {
  CLIENT: COUNTY,
  CASEWORKER: COUNTY,
  SUPERVISOR: COUNTY,
  TRAINER: COUNTY,
  BASE_MANAGER: COUNTY,
};
const BASE: Cells = { BASE_MANAGER: COUNTY };
const PARAMETERS: Cells = { ADMINISTRATOR: COUNTY, SUPERVISOR: COUNTY };
const TRAIL: Cells = { ADMINISTRATOR: COUNTY, AUDITOR: COUNTY };
const ENTERPRISE: Cells = { ENTERPRISE_HR: OWN_ENTERPRISE };
const SHARED_IDENTITY: Cell = {
  scope: Scope.GRANTED,
  grant: { fieldGroup: 'IDENTITY', purpose: 'SHARE_IDENTITY' },
};
const MENTORED: Cell = { scope: Scope.GRANTED, grant: { fieldGroup: 'IDENTITY', purpose: 'MENTOR_SHARE' } };

const aboutClient = { client: 'client_id' } as const;
const ofOrganisation = { organisation: 'organisation_id' } as const;
const platform = (read: Cells, write: Cells): TypePolicy => ({ about: {}, read, write });

/**
 * The policy matrix: role × type × fields × scope × purpose. One entry per table; a role that is not named in a cell is
 * denied, a table without an entry answers nobody. Jobs (SYSTEM:<name>) see and write their county. The application's
 * wall reads this table (libs/platform/access); docs/security/matrix.csv says the same again by another hand.
 */
export const POLICY_MATRIX: Readonly<Record<string, TypePolicy>> = {
  // Deployment: no county, read by all; accounts and sessions are reached by functions alone
  county: platform(EVERYBODY, NOBODY),
  minimum_wage: platform(EVERYBODY, NOBODY),
  holiday: platform(EVERYBODY, NOBODY),
  migrations: platform(EVERYBODY, NOBODY),
  worker_heartbeat: platform({ ADMINISTRATOR: COUNTY }, NOBODY),
  user_account: platform(NOBODY, NOBODY),
  session: platform(NOBODY, NOBODY),
  second_factor: platform(NOBODY, NOBODY),
  recovery_code: platform(NOBODY, NOBODY),

  // Platform
  county_key: platform(EVERYBODY, NOBODY),
  outbox_event: platform(EVERYBODY, EVERYBODY),
  delivery: platform({ ADMINISTRATOR: COUNTY }, NOBODY),
  job_failure: platform({ ADMINISTRATOR: COUNTY }, NOBODY),
  audit_entry: platform({ ...TRAIL, SUPERVISOR: COUNTY }, EVERYBODY),
  audit_head: platform(TRAIL, NOBODY),
  audit_link: platform(TRAIL, NOBODY),
  audit_verification: platform(TRAIL, NOBODY),
  command_receipt: {
    about: { account: 'account_id' },
    read: everyRole(OWN_ACCOUNT),
    write: everyRole(OWN_ACCOUNT),
  },

  // Organisations and members
  organisation: {
    about: { organisation: 'id' },
    read: { ...EVERYBODY, ENTERPRISE_HR: OWN_OR_PUBLIC },
    write: PARAMETERS,
  },
  site: {
    about: ofOrganisation,
    read: { ...EVERYBODY, ENTERPRISE_HR: OWN_ENTERPRISE },
    write: { ...PARAMETERS, ...ENTERPRISE },
  },
  membership: {
    about: { account: 'account_id', organisation: 'organisation_id', client: 'client_id' },
    read: {
      ...everyRole(STAFF),
      CLIENT: CONTACT_PERSONS,
      ENTERPRISE_HR: CONTACT_PERSONS,
      CASEWORKER: [STAFF, CASELOAD],
      SUPERVISOR: COUNTY,
    },
    write: { ADMINISTRATOR: STAFF, ...STAFF_OF_FILE },
  },

  // Clients and their files
  client: {
    about: { client: 'id' },
    read: FILE,
    write: FILE,
    fields: {
      IDENTITY: {
        columns: ['name_enc', 'phone_enc'],
        read: { ...FILE, ENTERPRISE_HR: SHARED_IDENTITY, MENTOR: MENTORED },
      },
      NAME: { columns: ['name_enc'], read: { TRAINER: SEATED, BASE_MANAGER: SEATED_ANYWHERE } },
      ELIGIBILITY: {
        columns: ['eligible', 'attested_by_membership_id', 'attested_on'],
        read: { CLIENT: OWN_FILE, CASEWORKER: CASELOAD },
      },
    },
  },
  programme_entry: { about: aboutClient, read: FILE, write: STAFF_OF_FILE },
  client_certificate: { about: aboutClient, read: FILE, write: STAFF_OF_FILE },
  support_plan: {
    about: aboutClient,
    read: FILE,
    write: STAFF_OF_FILE,
    fields: { NOTE: { columns: ['note_enc'], read: { CLIENT: OWN_FILE, CASEWORKER: CASELOAD } } },
  },
  goal: { about: aboutClient, read: FILE, write: STAFF_OF_FILE },
  contact: {
    about: aboutClient,
    read: FILE,
    write: STAFF_OF_FILE,
    fields: { NOTE: { columns: ['note_enc'], read: { CLIENT: OWN_FILE, CASEWORKER: CASELOAD } } },
  },
  task: {
    about: { client: 'client_id', member: 'assignee_membership_id' },
    read: { ...everyRole(OWN), CASEWORKER: [OWN, CASELOAD], SUPERVISOR: COUNTY },
    write: { ...everyRole(OWN), CASEWORKER: [OWN, CASELOAD], SUPERVISOR: COUNTY },
  },

  // Files and imports
  file: {
    about: { member: 'uploaded_by_membership_id', organisation: 'organisation_id' },
    read: { ...everyRole(OWN), ENTERPRISE_HR: OWN_ENTERPRISE, SUPERVISOR: COUNTY },
    write: everyRole(OWN),
  },
  import_run: {
    about: { member: 'requested_by_membership_id', organisation: 'organisation_id' },
    read: { CASEWORKER: OWN, ENTERPRISE_HR: OWN_ENTERPRISE, SUPERVISOR: COUNTY, ADMINISTRATOR: COUNTY },
    write: { CASEWORKER: OWN, ENTERPRISE_HR: OWN },
  },
  import_row: {
    about: { through: ['import_run', 'run_id'] },
    read: { CASEWORKER: OWN, ENTERPRISE_HR: OWN_ENTERPRISE, SUPERVISOR: COUNTY },
    write: { CASEWORKER: OWN, ENTERPRISE_HR: OWN_ENTERPRISE },
  },

  // Training
  training_course: platform(TRAINING, BASE),
  course_session: {
    about: { member: 'trainer_membership_id' },
    read: { ...TRAINING, TRAINER: OWN },
    write: BASE,
  },
  room: platform(TRAINING, BASE),
  lesson: {
    about: { session: 'session_id', member: 'trainer_membership_id' },
    read: { ...TRAINING, CLIENT: ENROLLED, TRAINER: [OWN, OWN_SESSIONS] },
    write: { ...BASE, TRAINER: OWN },
  },
  enrolment: {
    about: { client: 'client_id', session: 'session_id' },
    read: { ...FILE, TRAINER: OWN_SESSIONS, BASE_MANAGER: COUNTY },
    write: { CLIENT: OWN_FILE, CASEWORKER: CASELOAD, BASE_MANAGER: COUNTY },
  },
  attendance: {
    about: { through: ['enrolment', 'enrolment_id'] },
    read: { ...FILE, TRAINER: OWN_SESSIONS, BASE_MANAGER: COUNTY },
    write: { TRAINER: OWN_SESSIONS, BASE_MANAGER: COUNTY },
  },

  // Work offered
  cooperation_agreement: {
    about: ofOrganisation,
    read: OFFERS,
    write: { CASEWORKER: COUNTY, SUPERVISOR: COUNTY, ...ENTERPRISE },
  },
  position: {
    about: ofOrganisation,
    read: OFFERS,
    write: { CASEWORKER: COUNTY, SUPERVISOR: COUNTY, ...ENTERPRISE },
  },
  job_slot: {
    about: ofOrganisation,
    read: OFFERS,
    write: { CASEWORKER: COUNTY, SUPERVISOR: COUNTY, ...ENTERPRISE, CLIENT: PROPOSED_TO_HER },
  },

  // Consent and what rests on it
  consent_grant: {
    about: { client: 'client_id', organisation: 'recipient_organisation_id' },
    read: { ...FILE, ...ENTERPRISE },
    write: FILE,
  },
  disclosure: {
    about: { client: 'client_id', member: 'reader_membership_id' },
    read: { ...everyRole(OWN), CLIENT: OWN_FILE, CASEWORKER: [OWN, CASELOAD], SUPERVISOR: [OWN, TEAM] },
    write: everyRole(OWN),
  },
  referral: {
    about: { client: 'client_id', organisation: 'organisation_id', sentAt: 'sent_at' },
    read: { ...FILE, ENTERPRISE_HR: SENT_TO_ENTERPRISE },
    write: { ...FILE, ENTERPRISE_HR: SENT_TO_ENTERPRISE },
    fields: { MATCH: { columns: ['score', 'explanation'], read: FILE } },
  },
  placement: {
    about: { client: 'client_id', organisation: 'organisation_id' },
    read: { ...FILE, ...ENTERPRISE },
    write: FILE,
  },
  follow_up_milestone: { about: aboutClient, read: FILE, write: STAFF_OF_FILE },
  reminder: {
    about: { member: 'recipient_membership_id' },
    read: { ...everyRole(OWN), SUPERVISOR: COUNTY },
    write: NOBODY,
  },

  // Equal pay: of a colleague's line the office sees nothing, only a job computes with it
  payroll_upload: {
    about: ofOrganisation,
    read: { CASEWORKER: COUNTY, SUPERVISOR: COUNTY, ...ENTERPRISE },
    write: ENTERPRISE,
  },
  payroll_line: {
    about: { organisation: 'organisation_id', through: ['placement', 'placement_id'] },
    read: { ...FILE, ...ENTERPRISE },
    write: ENTERPRISE,
  },
  pay_check_run: platform({ CASEWORKER: COUNTY, SUPERVISOR: COUNTY }, { SUPERVISOR: COUNTY }),
  pay_check_result: { about: aboutClient, read: FILE, write: NOBODY },
  pay_finding: {
    about: { client: 'client_id', organisation: 'organisation_id', sentAt: 'notified_at' },
    read: { ...FILE, ENTERPRISE_HR: SENT_TO_ENTERPRISE },
    write: STAFF_OF_FILE,
  },

  // Parameters of the county
  travel_time: platform(EVERYBODY, PARAMETERS),
  score_weights: platform(EVERYBODY, PARAMETERS),
};
