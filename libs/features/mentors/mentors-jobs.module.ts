import { Module } from '@nestjs/common';
import { TasksModule } from '#features/tasks';
import { AnotherMentorWishedProcessor } from './mentors.processor';
import { PairingsRepository } from './pairings.repository';

/** What the worker does for mentors. */
@Module({ imports: [TasksModule], providers: [AnotherMentorWishedProcessor, PairingsRepository] })
export class MentorsJobsModule {}
