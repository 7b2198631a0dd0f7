import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sqlFile } from './sql-file';

/** Lets a person see and end her own sign-ins, and change the membership she works in. */
export class OwnAccount1784000003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sqlFile('0009-own-account.sql'));
  }

  down(): Promise<void> {
    throw new Error('Sign-ins of one’s own are not undone: migrate forward.');
  }
}
