import { Module } from '@nestjs/common';
import { CatalogueResolver } from './catalogue.resolver';
import { HolidaysResolver } from './holidays.resolver';
import { HolidaysService } from './holidays.service';
import { MinimumWagesResolver } from './minimum-wages.resolver';
import { MinimumWagesService } from './minimum-wages.service';
import { ParametersService } from './parameters.service';

/** Catalogues and dated parameters: minimum wage, holidays, travel times, weights. */
@Module({
  providers: [
    CatalogueResolver,
    HolidaysResolver,
    HolidaysService,
    MinimumWagesResolver,
    MinimumWagesService,
    ParametersService,
  ],
  exports: [ParametersService],
})
export class ParametersModule {}
