import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sqlFile } from './sql-file';

/** Copies of one's own data. */
export class DataExport1784000084000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sqlFile('0084-data-export.sql'));
  }

  down(): Promise<void> {
    throw new Error('Who asked for a copy stays known: migrate forward.');
  }
}
