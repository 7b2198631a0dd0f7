import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sqlFile } from './sql-file';

/** One-time codes for trainees, and the digits of their phones. */
export class TraineeDoor1784000030000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sqlFile('0030-trainee-door.sql'));
  }

  down(): Promise<void> {
    throw new Error('Digits are not taken away from their owners: migrate forward.');
  }
}
