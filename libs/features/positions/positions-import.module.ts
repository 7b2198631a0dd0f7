import { Module } from '@nestjs/common';
import { ParametersModule } from '#features/parameters';
import { PositionsImportHandler } from './positions-import.handler';
import { PositionsImportRepository } from './positions-import.repository';

/** The import of positions, for the processes that import. */
@Module({ imports: [ParametersModule], providers: [PositionsImportHandler, PositionsImportRepository] })
export class PositionsImportModule {}
