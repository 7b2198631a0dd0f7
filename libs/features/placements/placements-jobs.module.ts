import { Module } from '@nestjs/common';
import { PlacementsModule } from './placements.module';
import { PlacementsAdvanceProcessor } from './placements.processor';

/** What the worker does for placements. */
@Module({ imports: [PlacementsModule], providers: [PlacementsAdvanceProcessor] })
export class PlacementsJobsModule {}
