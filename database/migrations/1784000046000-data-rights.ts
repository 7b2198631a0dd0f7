import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sqlFile } from './sql-file';

/** Erasure of a client. */
export class DataRights1784000046000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sqlFile('0046-data-rights.sql'));
  }

  down(): Promise<void> {
    throw new Error('Who was erased stays erased: migrate forward.');
  }
}
