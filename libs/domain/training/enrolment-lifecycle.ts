import type { Lifecycle } from '../common/lifecycle';

/** The states of an enrolment. */
export const EnrolmentStatus = {
  REQUESTED: 'REQUESTED',
  CONFIRMED: 'CONFIRMED',
  WAITLISTED: 'WAITLISTED',
  ATTENDING: 'ATTENDING',
  COMPLETED: 'COMPLETED',
  DROPPED: 'DROPPED',
  NO_SHOW: 'NO_SHOW',
} as const;

/** One of the states of an enrolment. */
export type EnrolmentStatus = (typeof EnrolmentStatus)[keyof typeof EnrolmentStatus];

/** What an enrolment may become. */
export const ENROLMENT_LIFECYCLE: Lifecycle<EnrolmentStatus> = {
  REQUESTED: ['CONFIRMED', 'WAITLISTED'],
  CONFIRMED: ['ATTENDING', 'NO_SHOW'],
  WAITLISTED: ['CONFIRMED'],
  ATTENDING: ['COMPLETED', 'DROPPED'],
  COMPLETED: [],
  DROPPED: [],
  NO_SHOW: [],
};
