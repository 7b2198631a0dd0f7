import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sqlFile } from './sql-file';

/** Seals the audit trail as a chain. */
export class AuditChain1784000002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sqlFile('0008-audit-chain.sql'));
  }

  down(): Promise<void> {
    throw new Error('The chain of the audit trail is not undone: it is there to stay.');
  }
}
