import { Module } from '@nestjs/common';
import { ConsentModule } from './consent.module';
import { ConsentExpireProcessor } from './consent.processor';

/** What the worker does for consents. */
@Module({ imports: [ConsentModule], providers: [ConsentExpireProcessor] })
export class ConsentJobsModule {}
