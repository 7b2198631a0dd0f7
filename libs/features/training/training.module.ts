import { Module } from '@nestjs/common';
import { LessonsReader } from './lessons-reader';
import { LessonsRepository } from './lessons.repository';
import { SessionsReader } from './sessions-reader';
import { SessionsRepository } from './sessions.repository';
import { SessionsResolver } from './sessions.resolver';

/** Courses, their sessions and lessons. */
@Module({
  providers: [LessonsReader, LessonsRepository, SessionsReader, SessionsResolver, SessionsRepository],
  exports: [LessonsReader, SessionsReader],
})
export class TrainingModule {}
