/** Neutral work-capacity limits: what a workplace has to respect, never why. */
export const CapacityLimit = {
  NO_NIGHT_SHIFT: 'NO_NIGHT_SHIFT',
  NO_HEIGHTS: 'NO_HEIGHTS',
  SEATED_WORK: 'SEATED_WORK',
  NO_HEAVY_LIFTING: 'NO_HEAVY_LIFTING',
  NO_LONG_STANDING: 'NO_LONG_STANDING',
  NO_DRIVING: 'NO_DRIVING',
  NO_DUST: 'NO_DUST',
  LOW_NOISE: 'LOW_NOISE',
} as const;

/** One of the work-capacity limits. */
export type CapacityLimit = (typeof CapacityLimit)[keyof typeof CapacityLimit];

/** Highest education by the two-digit codes of GB/T 4658-2006. */
export const Education = {
  POSTGRADUATE: '10',
  BACHELOR: '20',
  COLLEGE: '30',
  VOCATIONAL_SECONDARY: '40',
  SENIOR_SECONDARY: '60',
  JUNIOR_SECONDARY: '70',
  PRIMARY: '80',
  OTHER: '90',
} as const;

/** One of the education codes. */
export type Education = (typeof Education)[keyof typeof Education];

/** Weekly hours that a new client is taken to be available for when nothing else was said. */
export const DEFAULT_WEEKLY_HOURS = 40;

/** Minutes of travel that a new client is taken to accept when nothing else was said. */
export const DEFAULT_TRAVEL_LIMIT_MINUTES = 40;
