import { CERTIFICATES } from '#domain/positions/certificates';
import { certificateOf, skillOf } from '#features/parameters';
import type { SessionRow } from '../sessions.repository';
import { CourseSession } from './session.type';

const certificates: ReadonlySet<string> = new Set(CERTIFICATES.map(({ code }) => code));

/** The schema's form of a session. */
export function sessionOf({ courseId, courseCode, courseName, teaches, ...row }: SessionRow): CourseSession {
  const learnt = teaches.map((code) => (certificates.has(code) ? certificateOf(code) : skillOf(code)));
  const course = { id: courseId, code: courseCode, name: courseName, teaches: learnt };
  return Object.assign(new CourseSession(), row, { course });
}
