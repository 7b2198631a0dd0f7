import { Module } from '@nestjs/common';
import { LessonsReader } from './lessons-reader';
import { LessonsRepository } from './lessons.repository';
import { SessionsRepository } from './sessions.repository';
import { SessionsResolver } from './sessions.resolver';

/** Courses, their sessions and lessons. */
@Module({
  providers: [LessonsReader, LessonsRepository, SessionsResolver, SessionsRepository],
  exports: [LessonsReader],
})
export class TrainingModule {}
