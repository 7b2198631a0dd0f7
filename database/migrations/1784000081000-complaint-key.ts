import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sqlFile } from './sql-file';

/** Lets the reader of a complaint open it again. */
export class ComplaintKey1784000081000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sqlFile('0081-complaint-key.sql'));
  }

  down(): Promise<void> {
    throw new Error('A complaint stays readable: migrate forward.');
  }
}
