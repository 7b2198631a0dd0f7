export { OrganisationsModule } from './organisations.module';
export { OrganisationReader } from './organisation-reader';
export type { OrganisationRow } from './organisations.repository';
export { Organisation } from './graphql/organisation.type';
export { organisationOf } from './graphql/organisation.mapping';
