import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sqlFile } from './sql-file';

/** Consents with text, evidence and sample; requests; the views through which others read a client. */
export class Consent1784000045000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sqlFile('0045-consent.sql'));
  }

  down(): Promise<void> {
    throw new Error('What a client agreed to, and how, is not forgotten: migrate forward.');
  }
}
