import { Module } from '@nestjs/common';
import { AuditAnchoring } from '#platform/audit/audit-anchoring';
import { AuditChainModule } from './audit-chain.module';
import { AuditNightProcessor, AuditRetentionProcessor, AuditVerifyProcessor } from './audit.processor';

/** What the worker does for the audit trail. */
@Module({
  imports: [AuditChainModule],
  providers: [AuditAnchoring, AuditVerifyProcessor, AuditNightProcessor, AuditRetentionProcessor],
})
export class AuditJobsModule {}
