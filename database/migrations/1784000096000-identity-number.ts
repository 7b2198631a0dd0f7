import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sqlFile } from './sql-file';

/** Identity numbers, and the looks at them. */
export class IdentityNumber1784000096000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sqlFile('0096-identity-number.sql'));
  }

  down(): Promise<void> {
    throw new Error('What was filed stays: migrate forward.');
  }
}
