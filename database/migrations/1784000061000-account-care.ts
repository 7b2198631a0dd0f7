import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sqlFile } from './sql-file';

/** Links by mail, lost second factors, memberships that wait for their owner. */
export class AccountCare1784000061000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sqlFile('0061-account-care.sql'));
  }

  down(): Promise<void> {
    throw new Error('Requests of people are not thrown away: migrate forward.');
  }
}
