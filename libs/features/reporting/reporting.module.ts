import { Module } from '@nestjs/common';
import { ClientsModule } from '#features/clients';
import { ConsentModule } from '#features/consent';
import { FollowUpModule } from '#features/follow-up';
import { MatchingModule } from '#features/matching';
import { OrganisationsModule } from '#features/organisations';
import { ParametersModule } from '#features/parameters';
import { PayEquityModule } from '#features/pay-equity';
import { ReferralsModule } from '#features/referrals';
import { OverviewRepository } from './overview.repository';
import { OverviewResolver } from './overview.resolver';
import { FidelityRepository } from './fidelity.repository';
import { RetentionRepository } from './retention.repository';
import { RetentionResolver } from './retention.resolver';
import { RetentionService } from './retention.service';
import { TodayRepository } from './today.repository';
import { TodayResolver } from './today.resolver';
import { TodayService } from './today.service';

/** A caseworker's day, the county and the system at a glance. */
@Module({
  imports: [
    ClientsModule,
    ConsentModule,
    ParametersModule,
    FollowUpModule,
    MatchingModule,
    OrganisationsModule,
    PayEquityModule,
    ReferralsModule,
  ],
  providers: [
    OverviewResolver,
    OverviewRepository,
    RetentionResolver,
    RetentionService,
    RetentionRepository,
    FidelityRepository,
    TodayResolver,
    TodayService,
    TodayRepository,
  ],
})
export class ReportingModule {}
