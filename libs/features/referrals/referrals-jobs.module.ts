import { Module } from '@nestjs/common';
import { ReferralsModule } from './referrals.module';
import { ReferralsLapseProcessor } from './referrals.processor';

/** What the worker does for referrals. */
@Module({ imports: [ReferralsModule], providers: [ReferralsLapseProcessor] })
export class ReferralsJobsModule {}
