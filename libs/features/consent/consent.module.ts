import { Module } from '@nestjs/common';
import { ConsentReader } from './consent-reader';
import { ConsentRepository } from './consent.repository';
import { ConsentResolver } from './consent.resolver';
import { ConsentService } from './consent.service';
import { DisclosuresRepository } from './disclosures.repository';

/** Consents by recipient, fields, purpose and time, and who looked. */
@Module({
  providers: [ConsentResolver, ConsentReader, ConsentService, ConsentRepository, DisclosuresRepository],
  exports: [ConsentReader, ConsentService, DisclosuresRepository],
})
export class ConsentModule {}
