import { Module } from '@nestjs/common';
import { TrainingModule } from '#features/training';
import { EnrolmentRequestsRepository } from './enrolment-requests.repository';
import { EnrolmentRequestsService } from './enrolment-requests.service';
import { EnrolmentsRepository } from './enrolments.repository';
import { TimetableResolver } from './timetable.resolver';
import { TimetableService } from './timetable.service';

/** Clients in courses: what they take part in. */
@Module({
  imports: [TrainingModule],
  providers: [
    TimetableResolver,
    TimetableService,
    EnrolmentsRepository,
    EnrolmentRequestsService,
    EnrolmentRequestsRepository,
  ],
  exports: [TimetableService, EnrolmentRequestsService],
})
export class EnrolmentsModule {}
