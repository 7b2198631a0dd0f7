import type { LessonRow } from '../lessons.repository';
import { Lesson } from './lesson.type';

/** The schema's form of a lesson. */
export const lessonOf = (row: LessonRow): Lesson => Object.assign(new Lesson(), row);
