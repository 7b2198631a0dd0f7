import { Module } from '@nestjs/common';
import { FilesModule } from '#features/files';
import { constraintMeans } from '#platform/database/constraint-refusals';
import { ConsentEvidence } from './consent-evidence';
import { ConsentPapersController } from './consent-papers.controller';
import { ConsentReader } from './consent-reader';
import { ConsentRecordsService } from './consent-records.service';
import { ConsentRequestsRepository } from './consent-requests.repository';
import { ConsentRequestsResolver } from './consent-requests.resolver';
import { ConsentRequestsService } from './consent-requests.service';
import { ConsentReviewsRepository } from './consent-reviews.repository';
import { ConsentReviewsResolver } from './consent-reviews.resolver';
import { ConsentReviewsService } from './consent-reviews.service';
import { ConsentRepository } from './consent.repository';
import { ConsentResolver } from './consent.resolver';
import { ConsentService } from './consent.service';
import { DisclosuresRepository } from './disclosures.repository';
import { SharedViewsRepository } from './shared-views.repository';

constraintMeans('consent_request_open_once_idx', 'CONFLICT', ['purpose']);

const services = [
  ConsentReader,
  ConsentService,
  ConsentEvidence,
  ConsentRecordsService,
  ConsentRequestsService,
  ConsentRequestsRepository,
  ConsentReviewsService,
  ConsentReviewsRepository,
  DisclosuresRepository,
  SharedViewsRepository,
];

/** Consents by recipient, fields, purpose and time: asked for, given, proven, taken back; and who looked. */
@Module({
  imports: [FilesModule],
  controllers: [ConsentPapersController],
  providers: [...services, ConsentRepository, ConsentResolver, ConsentRequestsResolver, ConsentReviewsResolver],
  exports: services,
})
export class ConsentModule {}
