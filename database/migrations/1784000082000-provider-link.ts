import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sqlFile } from './sql-file';

/** Accounts that are linked to an identity at the sign-in provider. */
export class ProviderLink1784000082000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sqlFile('0082-provider-link.sql'));
  }

  down(): Promise<void> {
    throw new Error('Links are not taken away from their owners: migrate forward.');
  }
}
