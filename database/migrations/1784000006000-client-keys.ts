import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sqlFile } from './sql-file';

/** A key for each client, and one for the content of each file. */
export class ClientKeys1784000006000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sqlFile('0012-client-keys.sql'));
  }

  down(): Promise<void> {
    throw new Error('What was sealed under a client’s key would be lost: migrate forward.');
  }
}
