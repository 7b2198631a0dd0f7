import type { WorkCalendar } from '../calendar/work-calendar';
import type { Day } from '../common/day';
import type { Lifecycle } from '../common/lifecycle';
import type { FieldGroup } from '../consent/consent-codes';

/** The states of a request to correct something. */
export const CorrectionStatus = {
  REQUESTED: 'REQUESTED',
  ACCEPTED: 'ACCEPTED',
  DECLINED: 'DECLINED',
  WITHDRAWN: 'WITHDRAWN',
} as const;

/** One of the states of a request to correct something. */
export type CorrectionStatus = (typeof CorrectionStatus)[keyof typeof CorrectionStatus];

/** What such a request may become: the client asks and may take it back, her caseworker answers once. */
export const CORRECTION_LIFECYCLE: Lifecycle<CorrectionStatus> = {
  REQUESTED: ['ACCEPTED', 'DECLINED', 'WITHDRAWN'],
  ACCEPTED: [],
  DECLINED: [],
  WITHDRAWN: [],
};

/** What a client may say is wrong. */
export const CorrectionField = {
  NAME: 'NAME',
  PHONE: 'PHONE',
  BIRTH_YEAR: 'BIRTH_YEAR',
  TOWNSHIP: 'TOWNSHIP',
  EDUCATION: 'EDUCATION',
  SKILLS: 'SKILLS',
  CERTIFICATES: 'CERTIFICATES',
  WISHES: 'WISHES',
  TRAINING: 'TRAINING',
  PLACEMENT: 'PLACEMENT',
  PAY: 'PAY',
  OTHER: 'OTHER',
} as const;

/** One of the things that may be wrong. */
export type CorrectionField = (typeof CorrectionField)[keyof typeof CorrectionField];

/** The group of fields under which a look at what she says is noted. */
export function fieldGroupOf(field: CorrectionField): FieldGroup {
  if (field === 'PAY') return 'PAY';
  return field === 'NAME' || field === 'PHONE' ? 'IDENTITY' : 'PROFILE';
}

/** Working days within which such a request is answered (privacy.md P7). */
export const CORRECTION_WORKING_DAYS = 10;

/** Bounds of what is said and of the answer, in characters. */
export const CORRECTION_TEXT = { least: 2, most: 500 } as const;

/** Requests that may wait for an answer at a time, of one client. */
export const MOST_CORRECTIONS = 10;

/** The last day for an answer to a request of a day. */
export const correctionDueOn = (day: Day, calendar: WorkCalendar): Day =>
  calendar.addWorkingDays(day, CORRECTION_WORKING_DAYS);
