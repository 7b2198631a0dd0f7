import { Module } from '@nestjs/common';
import { ClientsImportHandler } from './clients-import.handler';
import { ClientsImportRepository } from './clients-import.repository';

/** The import of clients, for the processes that import. */
@Module({ providers: [ClientsImportHandler, ClientsImportRepository] })
export class ClientsImportModule {}
