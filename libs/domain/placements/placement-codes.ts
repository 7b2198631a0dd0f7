/** How a client came to work. */
export const PlacementMode = {
  GROUP: 'GROUP',
  INDIVIDUAL: 'INDIVIDUAL',
  SELF_EMPLOYED: 'SELF_EMPLOYED',
  PUBLIC_POST: 'PUBLIC_POST',
} as const;

/** One of the ways into work. */
export type PlacementMode = (typeof PlacementMode)[keyof typeof PlacementMode];

/** Why a placement ended. */
export const PlacementEndReason = {
  VOLUNTARY: 'VOLUNTARY',
  CONTRACT_END: 'CONTRACT_END',
  DISMISSED: 'DISMISSED',
  ENTERPRISE_CLOSED: 'ENTERPRISE_CLOSED',
  PERSONAL: 'PERSONAL',
  MOVED: 'MOVED',
  BETTER_JOB: 'BETTER_JOB',
  OTHER: 'OTHER',
  UNKNOWN: 'UNKNOWN',
} as const;

/** One of the reasons for the end of a placement. */
export type PlacementEndReason = (typeof PlacementEndReason)[keyof typeof PlacementEndReason];
