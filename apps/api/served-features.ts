import type { Type } from '@nestjs/common';
import { AgreementsModule } from '#features/agreements';
import { AidModule } from '#features/aid';
import { AuditModule } from '#features/audit';
import { CaseloadsModule } from '#features/caseloads';
import { ClientsModule } from '#features/clients';
import { ComplaintsModule } from '#features/complaints';
import { ConsentModule } from '#features/consent';
import { DataRightsModule } from '#features/data-rights';
import { EnrolmentsModule } from '#features/enrolments';
import { FilesModule } from '#features/files';
import { FollowUpModule } from '#features/follow-up';
import { GroupPlacementModule } from '#features/group-placement';
import { ImportsModule } from '#features/imports';
import { MatchingModule } from '#features/matching';
import { NotificationsApiModule } from '#features/notifications';
import { OperationsModule } from '#features/operations';
import { MentorsModule } from '#features/mentors';
import { OrganisationsModule } from '#features/organisations';
import { ParametersModule } from '#features/parameters';
import { PayEquityModule } from '#features/pay-equity';
import { PlacementsModule } from '#features/placements';
import { PositionsModule } from '#features/positions';
import { ReferralsModule } from '#features/referrals';
import { ReportingModule } from '#features/reporting';
import { TrainingPlanModule } from '#features/training-plan';
import { UsersModule } from '#features/users';

/** The features whose fields and routes this API serves. */
export const servedFeatures: Type[] = [
  UsersModule,
  ParametersModule,
  OrganisationsModule,
  ConsentModule,
  ClientsModule,
  CaseloadsModule,
  ComplaintsModule,
  AgreementsModule,
  PositionsModule,
  MatchingModule,
  EnrolmentsModule,
  TrainingPlanModule,
  PlacementsModule,
  ReferralsModule,
  GroupPlacementModule,
  MentorsModule,
  AidModule,
  FollowUpModule,
  PayEquityModule,
  FilesModule,
  ImportsModule,
  ReportingModule,
  DataRightsModule,
  AuditModule,
  NotificationsApiModule,
  OperationsModule,
];
