import { Module } from '@nestjs/common';
import { OrganisationReader } from './organisation-reader';
import { OrganisationsRepository } from './organisations.repository';
import { OrganisationsResolver } from './organisations.resolver';

/** Offices, enterprises, training bases and community stations. */
@Module({
  providers: [OrganisationsResolver, OrganisationReader, OrganisationsRepository],
  exports: [OrganisationReader],
})
export class OrganisationsModule {}
