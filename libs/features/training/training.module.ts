import { Module } from '@nestjs/common';
import { LessonsReader } from './lessons-reader';
import { LessonsRepository } from './lessons.repository';

/** Courses, their sessions and lessons. */
@Module({ providers: [LessonsReader, LessonsRepository], exports: [LessonsReader] })
export class TrainingModule {}
