/** What a client can be helped to ask for: the kind alone, never why. */
export const AidKind = {
  MINIMUM_LIVING_ALLOWANCE: 'MINIMUM_LIVING_ALLOWANCE',
  TEMPORARY_RELIEF: 'TEMPORARY_RELIEF',
  MEDICAL_INSURANCE: 'MEDICAL_INSURANCE',
  SOCIAL_INSURANCE: 'SOCIAL_INSURANCE',
  HOUSING: 'HOUSING',
  LEGAL_AID: 'LEGAL_AID',
} as const;

/** One of the kinds of aid. */
export type AidKind = (typeof AidKind)[keyof typeof AidKind];

/** The office outside to which a request was taken: a closed list, so that nothing is typed. */
export const AidOffice = {
  CIVIL_AFFAIRS: 'CIVIL_AFFAIRS',
  MEDICAL_INSURANCE_OFFICE: 'MEDICAL_INSURANCE_OFFICE',
  SOCIAL_INSURANCE_OFFICE: 'SOCIAL_INSURANCE_OFFICE',
  HOUSING_OFFICE: 'HOUSING_OFFICE',
  LEGAL_AID_CENTRE: 'LEGAL_AID_CENTRE',
  TOWNSHIP_SERVICE_HALL: 'TOWNSHIP_SERVICE_HALL',
} as const;

/** One of the offices. */
export type AidOffice = (typeof AidOffice)[keyof typeof AidOffice];

/** Whose turn it is with a request. */
export const AidTurn = { CASEWORKER: 'CASEWORKER', OFFICE: 'OFFICE', NOBODY: 'NOBODY' } as const;

/** One of those whose turn it can be. */
export type AidTurn = (typeof AidTurn)[keyof typeof AidTurn];
