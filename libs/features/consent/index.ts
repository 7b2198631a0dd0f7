export { ConsentModule } from './consent.module';
export { ConsentReader } from './consent-reader';
export { ConsentService, type NewGrant } from './consent.service';
export { basisIdOf, DisclosuresRepository, type DisclosureBasis, type Shown } from './disclosures.repository';
export type { GrantRow } from './consent.repository';
export { ConsentGrant, ConsentGrantPayload } from './graphql/consent.type';
