import { Module } from '@nestjs/common';
import { AnchorBook } from '#platform/audit/anchor-book';
import { readConfig } from '#platform/config/read-config';
import { homeSettings } from '#platform/config/settings';
import { AuditChainService } from './audit-chain.service';
import { AuditRepository } from './audit.repository';

const parts = [
  AuditRepository,
  AuditChainService,
  { provide: AnchorBook, useFactory: (): AnchorBook => new AnchorBook(readConfig(homeSettings).home) },
];

/** The chain and its anchors, for API and worker. */
@Module({ providers: parts, exports: [AuditRepository, AuditChainService, AnchorBook] })
export class AuditChainModule {}
