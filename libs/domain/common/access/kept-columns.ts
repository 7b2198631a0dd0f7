import type { KeptColumns } from './policy-type';

/** A client says whether she objects to ranking; all else in her row is her caseworker’s to write. */
export const KEPT_IN_CLIENT: KeptColumns = {
  CLIENT: [
    'created_at',
    'file_number',
    'name_enc',
    'name_bidx',
    'phone_enc',
    'phone_bidx',
    'phone_tail_bidx',
    'contact_rules_enc',
    'birth_year',
    'township',
    'education_code',
    'skills',
    'desired_occupations',
    'min_acceptable_pay_fen',
    'weekly_hours_available',
    'wished_shifts',
    'shift_limits',
    'wished_benefits',
    'travel_limit_minutes',
    'capacity_limits',
    'accommodation_needs_enc',
    'available_from',
    'eligible',
    'attested_by_membership_id',
    'attested_on',
    'erased_at',
    'caseworker_membership_id',
  ],
};

const PROPOSAL = [
  'created_at',
  'card_code',
  'source',
  'score',
  'explanation',
  'proposed_by_membership_id',
  'proposed_at',
  'answer_due_on',
  'sent_at',
  'respond_by',
] as const;

/** Of a referral a client writes her own answers, an enterprise its own, and neither what was proposed. */
export const KEPT_IN_REFERRAL: KeptColumns = {
  CLIENT: [
    ...PROPOSAL,
    'viewed_at',
    'answered_at',
    'invitation_at',
    'invitation_place',
    'paid_work_sample_hours',
    'offered_at',
    'offer_pay_fen',
    'offer_weekly_hours',
    'offer_shift',
    'offer_hire_date',
    'offer_contract_to',
    'offer_probation_end_on',
    'offer_pay_cycle_days',
  ],
  ENTERPRISE_HR: [
    ...PROPOSAL,
    'consented_at',
    'consent_grant_id',
    'consent_evidence_file_id',
    'card',
    'invitation_accepted_at',
    'offer_accepted_at',
    'offer_evidence_file_id',
  ],
};
