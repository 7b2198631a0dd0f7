import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sqlFile } from './sql-file';

/** Requests for aid, by kind and state. */
export class AidRequest1784000118000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sqlFile('0118-aid-request.sql'));
  }

  down(): Promise<void> {
    throw new Error('Requests for aid are kept: migrate forward.');
  }
}
