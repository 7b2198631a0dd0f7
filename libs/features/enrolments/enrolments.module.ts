import { Module } from '@nestjs/common';
import { TrainingModule } from '#features/training';
import { EnrolmentsRepository } from './enrolments.repository';
import { TimetableResolver } from './timetable.resolver';
import { TimetableService } from './timetable.service';

/** Clients in courses: what they take part in. */
@Module({
  imports: [TrainingModule],
  providers: [TimetableResolver, TimetableService, EnrolmentsRepository],
  exports: [TimetableService],
})
export class EnrolmentsModule {}
