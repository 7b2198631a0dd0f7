import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sqlFile } from './sql-file';

/** What a client says is wrong about her. */
export class CorrectionRequest1784000087000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sqlFile('0087-correction-request.sql'));
  }

  down(): Promise<void> {
    throw new Error('What was asked and answered stays: migrate forward.');
  }
}
