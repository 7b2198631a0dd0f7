import { Module } from '@nestjs/common';
import { ParametersModule } from '#features/parameters';
import { ClientsModule } from '#features/clients';
import { PlacementsModule } from '#features/placements';
import { ClientFollowUpsResolver, PlacementFollowUpsResolver } from './follow-up-fields.resolver';
import { FollowUpReader } from './follow-up-reader';
import { FollowUpRepository } from './follow-up.repository';
import { FollowUpResolver } from './follow-up.resolver';
import { FollowUpService } from './follow-up.service';

/** Follow-up after a placement. */
@Module({
  imports: [ClientsModule, PlacementsModule, ParametersModule],
  providers: [
    FollowUpResolver,
    ClientFollowUpsResolver,
    PlacementFollowUpsResolver,
    FollowUpService,
    FollowUpReader,
    FollowUpRepository,
  ],
  exports: [FollowUpReader],
})
export class FollowUpModule {}
