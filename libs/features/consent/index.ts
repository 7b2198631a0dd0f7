export { ConsentModule } from './consent.module';
export { ConsentJobsModule } from './consent-jobs.module';
export { ConsentEvidence, type Evidence, type EvidenceCode, type SealedEvidence } from './consent-evidence';
export { ConsentReader } from './consent-reader';
export { ConsentRecordsService, type RecordOutcome } from './consent-records.service';
export { ConsentRequestsRepository } from './consent-requests.repository';
export { ConsentRequestsService } from './consent-requests.service';
export { ConsentReviewsRepository } from './consent-reviews.repository';
export { ConsentReviewsService } from './consent-reviews.service';
export { ConsentService, type NewGrant, type WantedConsent } from './consent.service';
export { basisIdOf, DisclosuresRepository, type DisclosureBasis, type Shown } from './disclosures.repository';
export type { GrantRow, Withdrawal } from './consent.repository';
export {
  SharedViewsRepository,
  type SharedCard,
  type SharedContactWay,
  type SharedGround,
  type SharedIdentity,
  type SharedWorkNeeds,
} from './shared-views.repository';
export { consentRequestOf } from './graphql/consent.mapping';
export { ConsentRequest } from './graphql/consent-request.type';
export { ConsentReview, ConsentReviewPayload } from './graphql/consent-review.type';
export { ConsentGrant, ConsentGrantPayload, Disclosure, TwoLanguages } from './graphql/consent.type';
