import { Module } from '@nestjs/common';
import { ClientsModule } from '#features/clients';
import { TasksModule } from '#features/tasks';
import { constraintMeans } from '#platform/database/constraint-refusals';
import { ErasureRequestsRepository } from './erasure-requests.repository';
import { ErasuresResolver } from './erasures.resolver';
import { ErasuresService } from './erasures.service';

constraintMeans('erasure_request_open_once_idx', 'ALREADY_REQUESTED');

/** What a person may ask about her own data. */
@Module({
  imports: [ClientsModule, TasksModule],
  providers: [ErasuresResolver, ErasuresService, ErasureRequestsRepository],
})
export class DataRightsModule {}
