import { Module } from '@nestjs/common';
import { ReferralsModule } from './referrals.module';
import { ReferralsEndWithConsentProcessor, ReferralsLapseProcessor } from './referrals.processor';

/** What the worker does for referrals. */
@Module({ imports: [ReferralsModule], providers: [ReferralsLapseProcessor, ReferralsEndWithConsentProcessor] })
export class ReferralsJobsModule {}
