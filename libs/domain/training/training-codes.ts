/** What a course is about; of the last two only the booking is ours, the content stays with the provider. */
export const CourseKind = {
  VOCATIONAL: 'VOCATIONAL',
  LEGAL_EDUCATION: 'LEGAL_EDUCATION',
  COUNSELLING: 'COUNSELLING',
} as const;

/** One of the kinds of course. */
export type CourseKind = (typeof CourseKind)[keyof typeof CourseKind];

/** How a person was at a lesson. */
export const AttendanceStatus = {
  PRESENT: 'PRESENT',
  LATE: 'LATE',
  EXCUSED: 'EXCUSED',
  ABSENT: 'ABSENT',
} as const;

/** One of the ways of having been at a lesson. */
export type AttendanceStatus = (typeof AttendanceStatus)[keyof typeof AttendanceStatus];
