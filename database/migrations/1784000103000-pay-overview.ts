import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sqlFile } from './sql-file';

/** What a part of an equal-pay run says beside its tests: why there is none, and posts that clients were gathered in. */
export class PayOverview1784000103000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sqlFile('0103-pay-overview.sql'));
  }

  down(): Promise<void> {
    throw new Error('What a supervisor was shown is kept: migrate forward.');
  }
}
