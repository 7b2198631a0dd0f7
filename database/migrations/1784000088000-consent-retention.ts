import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sqlFile } from './sql-file';

/** Lets jobs take consents away that have had their time. */
export class ConsentRetention1784000088000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sqlFile('0088-consent-retention.sql'));
  }

  down(): Promise<void> {
    throw new Error('What has had its time is gone: migrate forward.');
  }
}
