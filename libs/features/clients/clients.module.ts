import { Module } from '@nestjs/common';
import { constraintMeans } from '#platform/database/constraint-refusals';
import { ClientReader } from './client-reader';
import { ClientSearch } from './client-search';
import { ClientsRepository } from './clients.repository';
import { ClientsResolver } from './clients.resolver';
import { ClientsService } from './clients.service';
import { ViewerNameResolver } from './viewer-name.resolver';

constraintMeans('client_file_number_key', 'FILE_NUMBER_TAKEN', ['input', 'fileNumber']);

/** Clients and their caseloads. */
@Module({
  providers: [ClientsResolver, ClientsService, ClientReader, ClientSearch, ClientsRepository, ViewerNameResolver],
  exports: [ClientsService, ClientReader],
})
export class ClientsModule {}
