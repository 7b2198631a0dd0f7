import { Module } from '@nestjs/common';
import { ClientsModule } from '#features/clients';
import { ConsentModule } from '#features/consent';
import { NotificationsModule } from '#features/notifications';
import { TrainingModule } from '#features/training';
import { EnrolmentRequestsRepository } from './enrolment-requests.repository';
import { EnrolmentRequestsService } from './enrolment-requests.service';
import { EnrolmentsRepository } from './enrolments.repository';
import { ParticipantsReader } from './participants-reader';
import { ParticipantsResolver } from './participants.resolver';
import { SeatAnswersRepository } from './seat-answers.repository';
import { SeatAnswersResolver, SessionRequestsResolver } from './seat-answers.resolver';
import { SeatAnswersService } from './seat-answers.service';
import { TimetableResolver } from './timetable.resolver';
import { TimetableService } from './timetable.service';

/** Clients in courses: what they take part in. */
@Module({
  imports: [ClientsModule, ConsentModule, NotificationsModule, TrainingModule],
  providers: [
    ParticipantsReader,
    ParticipantsResolver,
    TimetableResolver,
    TimetableService,
    EnrolmentsRepository,
    EnrolmentRequestsService,
    EnrolmentRequestsRepository,
    SeatAnswersResolver,
    SessionRequestsResolver,
    SeatAnswersService,
    SeatAnswersRepository,
  ],
  exports: [TimetableService, EnrolmentRequestsService],
})
export class EnrolmentsModule {}
