import { Module } from '@nestjs/common';
import { constraintMeans } from '#platform/database/constraint-refusals';
import { ConsentModule } from '#features/consent';
import { CaseNotes } from './case-notes';
import { CaseNotesResolver } from './case-notes.resolver';
import { ClientFiles } from './client-files';
import { ClientReader } from './client-reader';
import { ClientSearch } from './client-search';
import { ClientsRepository } from './clients.repository';
import { ClientsResolver } from './clients.resolver';
import { ClientsService } from './clients.service';
import { IdentityNumbersRepository } from './identity-numbers.repository';
import { IdentityNumbersResolver } from './identity-numbers.resolver';
import { IdentityNumbersService } from './identity-numbers.service';
import { ListedPeople } from './listed-people';
import { ViewerNameResolver } from './viewer-name.resolver';
import { WorkNeedsResolver } from './work-needs.resolver';

constraintMeans('identity_number_client_id_key', 'STALE_VERSION', ['expectedVersion']);
constraintMeans('client_file_number_key', 'FILE_NUMBER_TAKEN', ['input', 'fileNumber']);

/** Clients and their caseloads. */
@Module({
  imports: [ConsentModule],
  providers: [
    ClientsResolver,
    ClientsService,
    ClientFiles,
    ClientReader,
    ClientSearch,
    ClientsRepository,
    ViewerNameResolver,
    CaseNotes,
    CaseNotesResolver,
    ListedPeople,
    WorkNeedsResolver,
    IdentityNumbersRepository,
    IdentityNumbersResolver,
    IdentityNumbersService,
  ],
  exports: [ClientsService, ClientFiles, ClientReader, ListedPeople],
})
export class ClientsModule {}
