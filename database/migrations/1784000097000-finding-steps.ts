import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sqlFile } from './sql-file';

/** What becomes of a pay finding once it is detected, and its history. */
export class FindingSteps1784000097000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sqlFile('0097-finding-steps.sql'));
  }

  down(): Promise<void> {
    throw new Error('What people decided stays: migrate forward.');
  }
}
