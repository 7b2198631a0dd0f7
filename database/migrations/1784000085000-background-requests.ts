import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sqlFile } from './sql-file';

/** Requests that a page makes by itself keep no session alive. */
export class BackgroundRequests1784000085000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sqlFile('0085-background-requests.sql'));
  }

  down(): Promise<void> {
    throw new Error('Idle limits are not loosened again: migrate forward.');
  }
}
