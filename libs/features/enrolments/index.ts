export { EnrolmentsModule } from './enrolments.module';
export { TimetableService } from './timetable.service';
