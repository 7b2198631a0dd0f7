export { ClientsModule } from './clients.module';
export { ClientsImportModule } from './clients-import.module';
export { ClientsService } from './clients.service';
export { ClientFiles } from './client-files';
export { ListedPeople } from './listed-people';
export { loggedAs, noteShown } from './shown-fields';
export { ClientReader, type ClientIdentity, type ReadClient } from './client-reader';
export { Client, ClientConnection } from './graphql/client.type';
export { clientOf } from './graphql/client.mapping';
