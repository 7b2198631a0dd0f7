import type { Type } from '@nestjs/common';
import { AgreementsJobsModule } from '#features/agreements';
import { FollowUpJobsModule } from '#features/follow-up';
import { PlacementsJobsModule } from '#features/placements';
import { PositionsJobsModule } from '#features/positions';
import { ReferralsJobsModule } from '#features/referrals';

/** The features whose jobs this worker does. */
export const workedFeatures: Type[] = [
  AgreementsJobsModule,
  PositionsJobsModule,
  PlacementsJobsModule,
  ReferralsJobsModule,
  FollowUpJobsModule,
];
