import { Module } from '@nestjs/common';
import { AuditChainModule } from './audit-chain.module';
import { AuditResolver } from './audit.resolver';

/** The audit trail for the auditor. */
@Module({ imports: [AuditChainModule], providers: [AuditResolver] })
export class AuditModule {}
