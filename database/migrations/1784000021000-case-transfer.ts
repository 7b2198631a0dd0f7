import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sqlFile } from './sql-file';

/** Handovers of clients between caseworkers. */
export class CaseTransfer1784000021000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sqlFile('0021-case-transfer.sql'));
  }

  down(): Promise<void> {
    throw new Error('Who handed whom over is kept: migrate forward.');
  }
}
