export { TrainingModule } from './training.module';
export { LessonsReader } from './lessons-reader';
export type { LessonRow } from './lessons.repository';
export { Lesson } from './graphql/lesson.type';
export { lessonOf } from './graphql/lesson.mapping';
export { SessionsReader } from './sessions-reader';
export { CourseSession } from './graphql/session.type';
export { sessionOf } from './graphql/session.mapping';
