import type { Type } from '@nestjs/common';
import { AgreementsJobsModule } from '#features/agreements';
import { AidJobsModule } from '#features/aid';
import { AuditJobsModule } from '#features/audit';
import { ClientsImportModule } from '#features/clients';
import { ConsentJobsModule } from '#features/consent';
import { DataRightsJobsModule } from '#features/data-rights';
import { FilesJobsModule } from '#features/files';
import { FollowUpJobsModule } from '#features/follow-up';
import { GroupPlacementJobsModule } from '#features/group-placement';
import { ImportsJobsModule } from '#features/imports';
import { MatchingJobsModule } from '#features/matching';
import { MentorsJobsModule } from '#features/mentors';
import { PayEquityJobsModule, PayrollImportModule } from '#features/pay-equity';
import { PlacementsJobsModule } from '#features/placements';
import { PositionsImportModule, PositionsJobsModule } from '#features/positions';
import { ReferralsJobsModule } from '#features/referrals';
import { UsersJobsModule } from '#features/users';

/** The features whose jobs this worker does. */
export const workedFeatures: Type[] = [
  AgreementsJobsModule,
  PositionsJobsModule,
  MatchingJobsModule,
  PlacementsJobsModule,
  ReferralsJobsModule,
  GroupPlacementJobsModule,
  ConsentJobsModule,
  MentorsJobsModule,
  AidJobsModule,
  FollowUpJobsModule,
  PayEquityJobsModule,
  FilesJobsModule,
  ImportsJobsModule,
  ClientsImportModule,
  PositionsImportModule,
  PayrollImportModule,
  AuditJobsModule,
  DataRightsJobsModule,
  UsersJobsModule,
];
