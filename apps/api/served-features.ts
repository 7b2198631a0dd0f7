import type { Type } from '@nestjs/common';
import { AgreementsModule } from '#features/agreements';
import { ClientsModule } from '#features/clients';
import { OrganisationsModule } from '#features/organisations';
import { ParametersModule } from '#features/parameters';
import { PositionsModule } from '#features/positions';
import { UsersModule } from '#features/users';

/** The features whose fields and routes this API serves. */
export const servedFeatures: Type[] = [
  UsersModule,
  ParametersModule,
  OrganisationsModule,
  ClientsModule,
  AgreementsModule,
  PositionsModule,
];
