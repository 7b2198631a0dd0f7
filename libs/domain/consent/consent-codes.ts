/** What a consent is given for. */
export const ConsentPurpose = {
  SHARE_PROFILE: 'SHARE_PROFILE',
  SHARE_IDENTITY: 'SHARE_IDENTITY',
  MENTOR_SHARE: 'MENTOR_SHARE',
  EMPLOYER_VERIFY: 'EMPLOYER_VERIFY',
  PAYROLL_CHECK: 'PAYROLL_CHECK',
  FINDING_NAMED: 'FINDING_NAMED',
  SUBSIDY_CLAIM: 'SUBSIDY_CLAIM',
  TRAINER_SHARE: 'TRAINER_SHARE',
  COUNSELLING_REFERRAL: 'COUNSELLING_REFERRAL',
} as const;

/** One of the purposes of a consent. */
export type ConsentPurpose = (typeof ConsentPurpose)[keyof typeof ConsentPurpose];

/** The groups of fields that a consent opens. */
export const FieldGroup = {
  PROFILE: 'PROFILE',
  IDENTITY: 'IDENTITY',
  WORK_NEEDS: 'WORK_NEEDS',
  CONTACT: 'CONTACT',
  PAY: 'PAY',
} as const;

/** One of the groups of fields. */
export type FieldGroup = (typeof FieldGroup)[keyof typeof FieldGroup];

/** Groups of fields that the office alone reads: no consent opens them to anybody, and each look is logged by its own group. */
export const OfficeGroup = {
  ELIGIBILITY: 'ELIGIBILITY',
  CASE_NOTES: 'CASE_NOTES',
  IDENTITY_NUMBER: 'IDENTITY_NUMBER',
  AID: 'AID',
} as const;

/** What a client's log can say that somebody looked at. */
export const DisclosedGroup = { ...FieldGroup, ...OfficeGroup } as const;

/** One of the groups that a client's log can name. */
export type DisclosedGroup = (typeof DisclosedGroup)[keyof typeof DisclosedGroup];

/** How a consent that a caseworker recorded is proven. */
export const EvidenceKind = {
  /** The client read and signed the paper. */
  SIGNED_PAPER: 'SIGNED_PAPER',
  /** It was read aloud to her before a witness, who is named. */
  READ_ALOUD: 'READ_ALOUD',
} as const;

/** One of the kinds of evidence. */
export type EvidenceKind = (typeof EvidenceKind)[keyof typeof EvidenceKind];

/** How a client took a consent back. */
export const WithdrawalWay = {
  ON_PHONE: 'ON_PHONE',
  IN_PERSON: 'IN_PERSON',
  BY_CALL: 'BY_CALL',
  IN_WRITING: 'IN_WRITING',
  /** A supervisor found that the paper does not carry the consent. */
  REVIEW: 'REVIEW',
} as const;

/** One of the ways of taking a consent back. */
export type WithdrawalWay = (typeof WithdrawalWay)[keyof typeof WithdrawalWay];

/** What a supervisor finds of a recorded consent. */
export const ReviewVerdict = { SOUND: 'SOUND', NOT_SOUND: 'NOT_SOUND' } as const;

/** One of the verdicts. */
export type ReviewVerdict = (typeof ReviewVerdict)[keyof typeof ReviewVerdict];
