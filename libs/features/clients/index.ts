export { ClientsModule } from './clients.module';
export { ClientsService } from './clients.service';
export { ClientReader, type ClientIdentity, type ReadClient } from './client-reader';
export { Client } from './graphql/client.type';
export { clientOf } from './graphql/client.mapping';
