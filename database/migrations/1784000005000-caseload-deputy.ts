import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sqlFile } from './sql-file';

/** Deputies of caseloads, and the natural person behind an account. */
export class CaseloadDeputy1784000005000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sqlFile('0011-caseload-deputy.sql'));
  }

  down(): Promise<void> {
    throw new Error('Who stood in for whom is kept: migrate forward.');
  }
}
