export { EnrolmentsModule } from './enrolments.module';
export { EnrolmentRequestsService, type RequestSeatCode, type SeatRequestResult } from './enrolment-requests.service';
export type { ClientSession, EnrolmentRow, OpenSession } from './enrolment-requests.repository';
export { TimetableService } from './timetable.service';
export { Enrolment } from './graphql/enrolment.type';
