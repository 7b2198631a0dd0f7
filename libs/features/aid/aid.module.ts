import { Module } from '@nestjs/common';
import { ClientsModule } from '#features/clients';
import { ConsentModule } from '#features/consent';
import { TasksModule } from '#features/tasks';
import { constraintMeans } from '#platform/database/constraint-refusals';
import { AidReader } from './aid-reader';
import { AidRepository } from './aid.repository';
import { AidResolver, ClientAidResolver } from './aid.resolver';
import { AidService } from './aid.service';

constraintMeans('aid_request_open_once_idx', 'AID_ALREADY_OPEN', ['kind']);

/** What clients ask other offices for. */
@Module({
  imports: [ClientsModule, ConsentModule, TasksModule],
  providers: [AidResolver, ClientAidResolver, AidService, AidReader, AidRepository],
})
export class AidModule {}
