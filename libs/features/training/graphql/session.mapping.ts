import { skillOf } from '#features/parameters';
import type { SessionRow } from '../sessions.repository';
import { CourseSession } from './session.type';

/** The schema's form of a session. */
export function sessionOf({ courseId, courseCode, courseName, teaches, ...row }: SessionRow): CourseSession {
  const course = { id: courseId, code: courseCode, name: courseName, teaches: teaches.map(skillOf) };
  return Object.assign(new CourseSession(), row, { course });
}
