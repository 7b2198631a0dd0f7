import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sqlFile } from './sql-file';

/** The equal-pay run: its parts, the month's family of tests, months never declared; evidence that stays. */
export class PayRun1784000098000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sqlFile('0098-pay-run.sql'));
  }

  down(): Promise<void> {
    throw new Error('What somebody’s pay was judged by is kept: migrate forward.');
  }
}
