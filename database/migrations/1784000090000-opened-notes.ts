import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sqlFile } from './sql-file';

/** Lets an opened file show eligibility and notes, each reading logged by its own group. */
export class OpenedNotes1784000090000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sqlFile('0090-opened-notes.sql'));
  }

  down(): Promise<void> {
    throw new Error('What was read stays in the log: migrate forward.');
  }
}
