import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sqlFile } from './sql-file';

/** A supervisor loads the holiday table of a year. */
export class HolidayYear1784000110000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sqlFile('0110-holiday-year.sql'));
  }

  down(): Promise<void> {
    throw new Error('Plans stand on what was loaded: migrate forward.');
  }
}
