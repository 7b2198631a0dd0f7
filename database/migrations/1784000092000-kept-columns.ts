import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sqlFile } from './sql-file';

/** Columns that a role does not change in rows that are hers to change; a supervisor writes no client. */
export class KeptColumns1784000092000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sqlFile('0092-kept-columns.sql'));
  }

  down(): Promise<void> {
    throw new Error('What is kept from a role is not given back: migrate forward.');
  }
}
