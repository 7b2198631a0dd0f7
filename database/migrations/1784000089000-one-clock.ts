import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sqlFile } from './sql-file';

/** Gives the database one clock for business time. */
export class OneClock1784000089000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sqlFile('0089-one-clock.sql'));
  }

  down(): Promise<void> {
    throw new Error('What was judged by one clock stays so: migrate forward.');
  }
}
