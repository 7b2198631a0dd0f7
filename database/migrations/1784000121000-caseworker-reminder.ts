import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sqlFile } from './sql-file';

/** Reminders that a supervisor sends by hand. */
export class CaseworkerReminder1784000121000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sqlFile('0121-caseworker-reminder.sql'));
  }

  down(): Promise<void> {
    throw new Error('Reminders that were sent are kept: migrate forward.');
  }
}
