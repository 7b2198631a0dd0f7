import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sqlFile } from './sql-file';

/** Complaints of clients. */
export class Complaint1784000022000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sqlFile('0022-complaint.sql'));
  }

  down(): Promise<void> {
    throw new Error('Complaints are kept: migrate forward.');
  }
}
