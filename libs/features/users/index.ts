export { UsersModule } from './users.module';
export { Viewer } from './graphql/viewer.type';
