import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sqlFile } from './sql-file';

/** Recovery codes for accounts whose second step is a passkey alone. */
export class PasskeyRecovery1784000086000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sqlFile('0086-passkey-recovery.sql'));
  }

  down(): Promise<void> {
    throw new Error('Recovery codes are not taken away from their owners: migrate forward.');
  }
}
