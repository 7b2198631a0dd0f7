import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sqlFile } from './sql-file';

/** Mentors: who keeps in touch with whom, and what they note for themselves. */
export class Mentor1784000119000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sqlFile('0119-mentor.sql'));
  }

  down(): Promise<void> {
    throw new Error('Pairings are kept: migrate forward.');
  }
}
