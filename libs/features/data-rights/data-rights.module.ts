import { Module } from '@nestjs/common';
import { ClientsModule } from '#features/clients';
import { ConsentModule } from '#features/consent';
import { FilesModule } from '#features/files';
import { ParametersModule } from '#features/parameters';
import { TasksModule } from '#features/tasks';
import { constraintMeans } from '#platform/database/constraint-refusals';
import { CorrectionsReader } from './corrections-reader';
import { CorrectionsRepository } from './corrections.repository';
import { CorrectionsResolver } from './corrections.resolver';
import { CorrectionsService } from './corrections.service';
import { DataExportsController } from './data-exports.controller';
import { DataExportsRepository } from './data-exports.repository';
import { DataExportsResolver } from './data-exports.resolver';
import { DataExportsService } from './data-exports.service';
import { ErasureRequestsRepository } from './erasure-requests.repository';
import { ErasuresResolver } from './erasures.resolver';
import { ErasuresService } from './erasures.service';

constraintMeans('erasure_request_open_once_idx', 'ALREADY_REQUESTED');
constraintMeans('data_export_queued_once_idx', 'ALREADY_REQUESTED');

/** What a person may ask about her own data. */
@Module({
  imports: [ClientsModule, ConsentModule, FilesModule, ParametersModule, TasksModule],
  controllers: [DataExportsController],
  providers: [
    ErasuresResolver,
    ErasuresService,
    ErasureRequestsRepository,
    CorrectionsResolver,
    CorrectionsReader,
    CorrectionsService,
    CorrectionsRepository,
    DataExportsResolver,
    DataExportsService,
    DataExportsRepository,
  ],
})
export class DataRightsModule {}
