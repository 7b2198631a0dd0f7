import { FILE, NOBODY, STAFF_OF_FILE } from './policy-cells';
import type { TypePolicy } from './policy-type';
import { Scope } from './scope';

const { OWN_FILE, NAMED_TO_ENTERPRISE } = Scope;

/** What the office and its jobs write of a finding, whoever answers. */
const OF_THE_OFFICE = [
  'created_at',
  'verdict',
  'severity',
  'finding_class',
  'shortfall_fen',
  'figures',
  'evidence',
  'detected_at',
  'triage_due_on',
  'triaged_at',
  'triaged_by_membership_id',
  'reviewed_at',
  'reviewed_by_membership_id',
  'confirmed_at',
  'decided_at',
  'decided_by_membership_id',
  'referral_organisation_id',
  'resolved_at',
  'paid_fen',
  'appeal_until',
  'retaliation_noted_at',
] as const;

const OF_THE_ENTERPRISE = [
  'response',
  'response_reason',
  'responded_at',
  'responded_by_membership_id',
  'evidence_file_id',
] as const;

const OF_THE_CLIENT = [
  'closed_at',
  'consent_answer',
  'consent_answered_at',
  'consent_grant_id',
  'notified_at',
  'respond_by',
  'referral_answer',
  'referral_grant_id',
] as const;

/** The part of the policy matrix about findings: the office conducts them, client and enterprise write their own answers. */
export const PAY_FINDING_TYPES: Readonly<Record<string, TypePolicy>> = {
  pay_finding: {
    about: { client: 'client_id', organisation: 'organisation_id', sentAt: 'notified_at' },
    read: { ...FILE, ENTERPRISE_HR: NAMED_TO_ENTERPRISE },
    write: { ...STAFF_OF_FILE, CLIENT: OWN_FILE, ENTERPRISE_HR: NAMED_TO_ENTERPRISE },
    create: NOBODY,
    keptFrom: { CLIENT: [...OF_THE_OFFICE, ...OF_THE_ENTERPRISE], ENTERPRISE_HR: [...OF_THE_OFFICE, ...OF_THE_CLIENT] },
  },
  pay_finding_event: { about: { client: 'client_id' }, read: FILE, write: NOBODY },
};
