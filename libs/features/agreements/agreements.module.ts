import { Module } from '@nestjs/common';
import { OrganisationsModule } from '#features/organisations';
import { AgreementsReader } from './agreements-reader';
import { AgreementsRepository } from './agreements.repository';
import { AgreementsResolver } from './agreements.resolver';
import { AgreementsService } from './agreements.service';

/** Cooperation agreements between enterprises and the county’s employment service. */
@Module({
  imports: [OrganisationsModule],
  providers: [AgreementsResolver, AgreementsService, AgreementsReader, AgreementsRepository],
  exports: [AgreementsReader, AgreementsService],
})
export class AgreementsModule {}
