import {
  everyRole,
  NOBODY,
  EVERYBODY,
  FILE,
  BREAK_GLASS,
  FIELDS_OF_CLIENT,
  NOTES,
  STAFF_OF_FILE,
  OFFERS,
  TRAINING,
  BASE,
  PARAMETERS,
  ENTERPRISE,
  granted,
  sharedBeyond,
  KNOWN_BY_NAME,
  OPENED_OUTSIDE,
  aboutClient,
  ofOrganisation,
  platform,
} from './policy-cells';
import { KEPT_IN_CLIENT, KEPT_IN_REFERRAL } from './kept-columns';
import { FILING_TYPES } from './filing-types';
import { PAY_RUN_TYPES } from './pay-run-types';
import { PLACEMENT_BATCH_TYPES } from './placement-batch-types';
import { PAYROLL_TYPES } from './payroll-types';
import { PAY_FINDING_TYPES } from './pay-finding-types';
import { MESSAGE_TYPES } from './message-types';
import { PLATFORM_TYPES } from './platform-types';
import { SUPPORT_TYPES } from './support-types';
import type { TypePolicy } from './policy-type';
import { Scope } from './scope';

const {
  COUNTY,
  TEAM,
  CASELOAD,
  OWN_FILE,
  OWN_ENTERPRISE,
  SENT_TO_ENTERPRISE,
  OWN,
  OTHERS,
  AUTHORED,
  OWN_SESSIONS,
  ENROLLED,
  COMPLAINT,
  SAMPLED,
  FINDING_EVIDENCE,
  HELD_FOR_HER,
  OWN_OR_PUBLIC,
  STAFF,
  CONTACT_PERSONS,
} = Scope;

/**
 * The policy matrix: role × type × fields × scope × purpose. One entry per table; a role that is not named in a cell is
 * denied, a table without an entry answers nobody. Jobs (SYSTEM:<name>) see and write their county. The application's
 * wall reads this table (libs/platform/access); docs/security/matrix.csv says the same again by another hand.
 */
export const POLICY_MATRIX: Readonly<Record<string, TypePolicy>> = {
  ...PLATFORM_TYPES,
  ...MESSAGE_TYPES,
  ...PLACEMENT_BATCH_TYPES,
  ...PAYROLL_TYPES,
  ...FILING_TYPES,
  ...PAY_FINDING_TYPES,
  ...PAY_RUN_TYPES,
  ...SUPPORT_TYPES,

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
  caseload_deputy: {
    about: {
      member: 'caseworker_membership_id',
      otherMember: 'deputy_membership_id',
      author: 'named_by_membership_id',
    },
    read: { CASEWORKER: OWN, SUPERVISOR: COUNTY },
    write: { CASEWORKER: OWN, SUPERVISOR: COUNTY },
    create: { CASEWORKER: AUTHORED, SUPERVISOR: AUTHORED },
  },
  case_transfer: {
    about: {
      client: 'client_id',
      member: 'from_membership_id',
      otherMember: 'to_membership_id',
      author: 'requested_by_membership_id',
    },
    read: { CLIENT: OWN_FILE, CASEWORKER: OWN, SUPERVISOR: TEAM },
    write: { CASEWORKER: OWN, SUPERVISOR: TEAM },
    create: { CASEWORKER: AUTHORED, SUPERVISOR: AUTHORED },
  },
  file_opening: {
    about: { client: 'client_id', member: 'reader_membership_id' },
    read: { CLIENT: OWN_FILE, CASEWORKER: OWN, SUPERVISOR: TEAM },
    write: { SUPERVISOR: OTHERS },
    create: { CASEWORKER: OWN, SUPERVISOR: OWN },
  },
  complaint: {
    about: aboutClient,
    read: { CLIENT: OWN_FILE, SUPERVISOR: COMPLAINT, ADMINISTRATOR: COMPLAINT },
    write: { CLIENT: OWN_FILE, SUPERVISOR: COMPLAINT, ADMINISTRATOR: COMPLAINT },
    create: { CLIENT: OWN_FILE },
  },

  // Clients and their files
  client: {
    about: { client: 'id' },
    read: FILE,
    single: BREAK_GLASS,
    write: { CLIENT: OWN_FILE, CASEWORKER: CASELOAD },
    create: { CASEWORKER: CASELOAD },
    keptFrom: KEPT_IN_CLIENT,
    fields: FIELDS_OF_CLIENT,
  },
  client_key: {
    about: aboutClient,
    read: { ...FILE, ...OPENED_OUTSIDE, ADMINISTRATOR: COMPLAINT },
    single: BREAK_GLASS,
    write: NOBODY,
    create: STAFF_OF_FILE,
  },
  erasure_request: { about: aboutClient, read: FILE, write: FILE, create: { CLIENT: OWN_FILE } },
  correction_request: { about: aboutClient, read: FILE, write: FILE, create: { CLIENT: OWN_FILE } },
  data_export: {
    about: { client: 'client_id', author: 'requested_by_membership_id' },
    read: { CLIENT: OWN_FILE },
    write: { CLIENT: OWN_FILE },
    create: { CLIENT: AUTHORED },
  },
  programme_entry: { about: aboutClient, read: FILE, write: STAFF_OF_FILE },
  client_certificate: { about: aboutClient, read: FILE, write: STAFF_OF_FILE },
  support_plan: {
    about: aboutClient,
    read: FILE,
    write: STAFF_OF_FILE,
    fields: { NOTE: { columns: ['note_enc'], read: NOTES } },
  },
  goal: { about: aboutClient, read: FILE, write: STAFF_OF_FILE },
  contact: {
    about: aboutClient,
    read: FILE,
    write: STAFF_OF_FILE,
    fields: { NOTE: { columns: ['note_enc'], read: NOTES } },
  },
  task: {
    about: { client: 'client_id', member: 'assignee_membership_id' },
    read: { ...everyRole(OWN), CASEWORKER: [OWN, CASELOAD], SUPERVISOR: COUNTY },
    write: { ...everyRole(OWN), CASEWORKER: [OWN, CASELOAD], SUPERVISOR: COUNTY },
    create: { CASEWORKER: COUNTY, SUPERVISOR: COUNTY },
  },

  // Files and imports
  file: {
    about: { client: 'client_id', member: 'uploaded_by_membership_id', organisation: 'organisation_id' },
    read: {
      ...everyRole(OWN),
      CASEWORKER: [OWN, CASELOAD],
      ENTERPRISE_HR: [OWN, OWN_ENTERPRISE],
      SUPERVISOR: [OWN, SAMPLED, FINDING_EVIDENCE],
    },
    write: everyRole(OWN),
  },
  import_run: {
    about: { member: 'requested_by_membership_id', organisation: 'organisation_id' },
    read: { CASEWORKER: OWN, ENTERPRISE_HR: [OWN, OWN_ENTERPRISE], SUPERVISOR: COUNTY, ADMINISTRATOR: COUNTY },
    write: { CASEWORKER: OWN, ENTERPRISE_HR: OWN },
  },
  import_row: {
    about: { through: ['import_run', 'run_id'] },
    read: { CASEWORKER: OWN, ENTERPRISE_HR: [OWN, OWN_ENTERPRISE], SUPERVISOR: COUNTY },
    write: NOBODY,
    create: { CASEWORKER: OWN, ENTERPRISE_HR: [OWN, OWN_ENTERPRISE] },
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
    create: { CASEWORKER: COUNTY, SUPERVISOR: COUNTY },
  },
  position: {
    about: ofOrganisation,
    read: OFFERS,
    write: { CASEWORKER: COUNTY, SUPERVISOR: COUNTY, ...ENTERPRISE },
  },
  job_slot: {
    about: ofOrganisation,
    read: OFFERS,
    write: { CASEWORKER: COUNTY, SUPERVISOR: COUNTY, ...ENTERPRISE, CLIENT: HELD_FOR_HER },
    create: { CASEWORKER: COUNTY, SUPERVISOR: COUNTY, ...ENTERPRISE },
  },

  // Consent and what rests on it: outside the office a client is read through the four views alone
  shared_identity: { about: aboutClient, read: KNOWN_BY_NAME, write: NOBODY },
  shared_card: { about: aboutClient, read: { ENTERPRISE_HR: granted('PROFILE', 'SHARE_PROFILE') }, write: NOBODY },
  shared_work_needs: {
    about: aboutClient,
    read: { ENTERPRISE_HR: granted('WORK_NEEDS', 'SHARE_PROFILE'), ...sharedBeyond('WORK_NEEDS') },
    write: NOBODY,
  },
  shared_contact_way: {
    about: aboutClient,
    read: { ENTERPRISE_HR: granted('CONTACT', 'SHARE_IDENTITY'), ...sharedBeyond('CONTACT') },
    write: NOBODY,
  },
  consent_request: {
    about: aboutClient,
    read: FILE,
    single: BREAK_GLASS,
    write: { CLIENT: OWN_FILE },
    create: { CASEWORKER: CASELOAD },
  },
  consent_review: {
    about: { client: 'client_id', member: 'recorded_by_membership_id' },
    read: { SUPERVISOR: COUNTY },
    write: { SUPERVISOR: OTHERS },
    create: { CASEWORKER: OWN },
  },
  consent_grant: {
    about: { client: 'client_id', organisation: 'recipient_organisation_id' },
    read: { ...FILE, ...ENTERPRISE },
    single: BREAK_GLASS,
    write: FILE,
    create: { CLIENT: OWN_FILE, CASEWORKER: CASELOAD },
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
    create: FILE,
    keptFrom: KEPT_IN_REFERRAL,
    fields: { MATCH: { columns: ['score', 'explanation'], read: FILE }, CARD: { columns: ['card'], read: NOBODY } },
  },
  placement: {
    about: { client: 'client_id', organisation: 'organisation_id' },
    read: { ...FILE, ...ENTERPRISE },
    write: STAFF_OF_FILE,
    create: FILE,
  },
  follow_up_milestone: { about: aboutClient, read: FILE, write: STAFF_OF_FILE, create: NOBODY },
  follow_up_answer: {
    about: aboutClient,
    read: FILE,
    write: NOBODY,
    create: { CLIENT: OWN_FILE, CASEWORKER: CASELOAD },
  },
  // Equal pay: of a colleague's line the office sees nothing, only a job computes with it
};
