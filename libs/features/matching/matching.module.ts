import { Module } from '@nestjs/common';
import { ClientsModule } from '#features/clients';
import { PositionsModule } from '#features/positions';
import { TrainingModule } from '#features/training';
import { MatchingRepository } from './matching.repository';
import { ClientMatchResolver, MatchResolver } from './matching.resolver';
import { MatchingService } from './matching.service';

/** Ranked matches with their reasons. */
@Module({
  imports: [ClientsModule, PositionsModule, TrainingModule],
  providers: [MatchResolver, ClientMatchResolver, MatchingService, MatchingRepository],
  exports: [MatchingService],
})
export class MatchingModule {}
