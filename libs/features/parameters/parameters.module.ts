import { Module } from '@nestjs/common';
import { CatalogueResolver } from './catalogue.resolver';
import { ParametersService } from './parameters.service';

/** Catalogues and dated parameters: minimum wage, holidays, travel times, weights. */
@Module({ providers: [CatalogueResolver, ParametersService], exports: [ParametersService] })
export class ParametersModule {}
