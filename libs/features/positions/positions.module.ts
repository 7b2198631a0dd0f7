import { Module } from '@nestjs/common';
import { AgreementsModule } from '#features/agreements';
import { OrganisationsModule } from '#features/organisations';
import { constraintMeans } from '#platform/database/constraint-refusals';
import { PositionFieldsResolver } from './position-fields.resolver';
import { PositionsReader } from './positions-reader';
import { PositionsRepository } from './positions.repository';
import { PositionsResolver } from './positions.resolver';
import { PositionsService } from './positions.service';
import { SlotsRepository } from './slots.repository';
import { SlotsService } from './slots.service';

constraintMeans('cooperation_agreement_pledge_check', 'PLEDGE_EXCEEDED');

/** Positions and their slots. */
@Module({
  imports: [AgreementsModule, OrganisationsModule],
  providers: [
    PositionsResolver,
    PositionFieldsResolver,
    PositionsService,
    PositionsReader,
    PositionsRepository,
    SlotsService,
    SlotsRepository,
  ],
  exports: [PositionsReader, SlotsService],
})
export class PositionsModule {}
