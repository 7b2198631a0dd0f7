/** Where a referral comes from. */
export const ReferralSource = { MANUAL: 'MANUAL', BATCH: 'BATCH', SELF: 'SELF' } as const;

/** One of the sources of a referral. */
export type ReferralSource = (typeof ReferralSource)[keyof typeof ReferralSource];

/** The closed, work-related list of reasons with which an enterprise may decline. */
export const EnterpriseDeclineReason = {
  SKILLS: 'SKILLS',
  HOURS: 'HOURS',
  COMMUTE: 'COMMUTE',
  POSITION_FILLED: 'POSITION_FILLED',
  CERTIFICATE_MISSING: 'CERTIFICATE_MISSING',
  SCHEDULE: 'SCHEDULE',
} as const;

/** One of the reasons with which an enterprise may decline. */
export type EnterpriseDeclineReason = (typeof EnterpriseDeclineReason)[keyof typeof EnterpriseDeclineReason];

/** Why a caseworker, or the end of a consent, takes a referral back. */
export const WithdrawalReason = {
  CLIENT_ASKED: 'CLIENT_ASKED',
  NO_LONGER_SUITABLE: 'NO_LONGER_SUITABLE',
  POSITION_CHANGED: 'POSITION_CHANGED',
  ENTERPRISE_SILENT: 'ENTERPRISE_SILENT',
  CONSENT_ENDED: 'CONSENT_ENDED',
  MADE_BY_MISTAKE: 'MADE_BY_MISTAKE',
  OTHER: 'OTHER',
} as const;

/** One of the reasons for taking a referral back. */
export type WithdrawalReason = (typeof WithdrawalReason)[keyof typeof WithdrawalReason];

/** How soon a person can start, as the blind card tells it. */
export const Availability = {
  NOW: 'NOW',
  TWO_WEEKS: 'TWO_WEEKS',
  ONE_MONTH: 'ONE_MONTH',
  LATER: 'LATER',
} as const;

/** One of the bands of availability. */
export type Availability = (typeof Availability)[keyof typeof Availability];

/** How far a person travels, as the blind card tells it: up to 20, up to 40, more than 40 minutes. */
export const CommuteBand = { NEAR: 'NEAR', MIDDLE: 'MIDDLE', FAR: 'FAR' } as const;

/** One of the bands of travel time. */
export type CommuteBand = (typeof CommuteBand)[keyof typeof CommuteBand];
