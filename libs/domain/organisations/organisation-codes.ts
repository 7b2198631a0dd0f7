/** What an organisation is. */
export const OrganisationKind = {
  EMPLOYMENT_OFFICE: 'EMPLOYMENT_OFFICE',
  ENTERPRISE: 'ENTERPRISE',
  TRAINING_BASE: 'TRAINING_BASE',
  COMMUNITY_STATION: 'COMMUNITY_STATION',
} as const;

/** One of the kinds of organisation. */
export type OrganisationKind = (typeof OrganisationKind)[keyof typeof OrganisationKind];
