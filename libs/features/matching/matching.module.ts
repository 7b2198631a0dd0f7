import { Module } from '@nestjs/common';
import { ClientsModule } from '#features/clients';
import { PositionsModule } from '#features/positions';
import { MatchingRepository } from './matching.repository';
import { ClientMatchResolver, MatchResolver } from './matching.resolver';
import { MatchingService } from './matching.service';

/** Ranked matches with their reasons. */
@Module({
  imports: [ClientsModule, PositionsModule],
  providers: [MatchResolver, ClientMatchResolver, MatchingService, MatchingRepository],
  exports: [MatchingService],
})
export class MatchingModule {}
