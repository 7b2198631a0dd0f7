import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sqlFile } from './sql-file';

/** Takes away the passkeys of an erased client, too. */
export class ErasedPasskeys1784000080000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sqlFile('0080-erased-passkeys.sql'));
  }

  down(): Promise<void> {
    throw new Error('Who was erased stays erased: migrate forward.');
  }
}
