import { Module } from '@nestjs/common';
import { MatchingModule } from '#features/matching';
import { OrganisationsModule } from '#features/organisations';
import { OverviewRepository } from './overview.repository';
import { OverviewResolver } from './overview.resolver';

/** The county and the system at a glance. */
@Module({ imports: [MatchingModule, OrganisationsModule], providers: [OverviewResolver, OverviewRepository] })
export class ReportingModule {}
