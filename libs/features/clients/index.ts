export { ClientsModule } from './clients.module';
export { ClientsImportModule } from './clients-import.module';
export { ClientsService } from './clients.service';
export { ClientFiles } from './client-files';
export { LoggedPeople } from './logged-people';
export { ClientReader, type ClientIdentity, type ReadClient } from './client-reader';
export { Client, ClientConnection } from './graphql/client.type';
export { clientOf } from './graphql/client.mapping';
