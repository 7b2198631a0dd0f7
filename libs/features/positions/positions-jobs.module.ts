import { Module } from '@nestjs/common';
import { PositionStaleProcessor } from './positions.processor';
import { PositionsRepository } from './positions.repository';
import { PositionsService } from './positions.service';

/** What the worker does for positions. */
@Module({ providers: [PositionStaleProcessor, PositionsService, PositionsRepository] })
export class PositionsJobsModule {}
