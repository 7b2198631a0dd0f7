import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sqlFile } from './sql-file';

/** Authenticator apps and recovery codes. */
export class SecondFactor1784000004000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sqlFile('0010-second-factor.sql'));
  }

  down(): Promise<void> {
    throw new Error('Second factors are not taken away from their owners: migrate forward.');
  }
}
