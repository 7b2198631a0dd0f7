import { EVERYBODY, everyRole, NOBODY, PARAMETERS, platform, TRAIL } from './policy-cells';
import type { TypePolicy } from './policy-type';
import { Scope } from './scope';

const { COUNTY, OWN, OWN_ACCOUNT } = Scope;

/** The part of the policy matrix that is about no client: deployment, accounts, queue and trail, parameters. */
export const PLATFORM_TYPES: Readonly<Record<string, TypePolicy>> = {
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
  passkey: platform(NOBODY, NOBODY),
  passkey_challenge: platform(NOBODY, NOBODY),
  account_link: platform(NOBODY, NOBODY),
  provider_link: platform(NOBODY, NOBODY),
  sign_in_code: platform(NOBODY, NOBODY),
  phone: platform(NOBODY, NOBODY),
  phone_session: platform(NOBODY, NOBODY),

  // Platform
  county_key: platform(EVERYBODY, NOBODY),
  outbox_event: platform(EVERYBODY, EVERYBODY),
  delivery: platform({ ADMINISTRATOR: COUNTY, SUPERVISOR: COUNTY }, NOBODY),
  job_failure: platform({ ADMINISTRATOR: COUNTY }, { ADMINISTRATOR: COUNTY }, NOBODY),
  reminder: {
    about: { member: 'recipient_membership_id' },
    read: { ...everyRole(OWN), SUPERVISOR: COUNTY },
    write: NOBODY,
  },
  audit_entry: {
    about: { account: 'actor_account_id' },
    read: { ...TRAIL, SUPERVISOR: COUNTY },
    write: NOBODY,
    create: everyRole(OWN_ACCOUNT),
  },
  audit_head: platform(TRAIL, NOBODY),
  audit_link: platform(TRAIL, NOBODY),
  audit_verification: platform(TRAIL, NOBODY),
  command_receipt: {
    about: { account: 'account_id' },
    read: everyRole(OWN_ACCOUNT),
    write: everyRole(OWN_ACCOUNT),
  },

  // Accounts that somebody lost the way into
  factor_recovery: {
    about: { account: 'requested_by_account_id' },
    read: PARAMETERS,
    write: PARAMETERS,
    create: { ADMINISTRATOR: OWN_ACCOUNT },
  },

  // What the ranking index follows: written by triggers, asked whether an index is fresh
  position_change: platform({ CASEWORKER: COUNTY, SUPERVISOR: COUNTY }, NOBODY),

  // Parameters of the county
  travel_time: platform(EVERYBODY, PARAMETERS),
  score_weights: platform(EVERYBODY, NOBODY, PARAMETERS),
  milestone_template: platform(EVERYBODY, NOBODY, PARAMETERS),
};
