import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sqlFile } from './sql-file';

/** Passkeys and the challenges that they answer. */
export class Passkeys1784000050000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sqlFile('0050-passkeys.sql'));
  }

  down(): Promise<void> {
    throw new Error('Passkeys are not taken away from their owners: migrate forward.');
  }
}
