import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sqlFile } from './sql-file';

/** The answers to the work-related questions of a follow-up. */
export class WorkAnswers1784000109000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sqlFile('0109-work-answers.sql'));
  }

  down(): Promise<void> {
    throw new Error('What people noted stays: migrate forward.');
  }
}
