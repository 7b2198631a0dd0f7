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
