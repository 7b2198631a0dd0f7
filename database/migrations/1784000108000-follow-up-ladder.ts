import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sqlFile } from './sql-file';

/** Whom a milestone's ladder told, why it was put off, and which contacts belong to it. */
export class FollowUpLadder1784000108000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sqlFile('0108-follow-up-ladder.sql'));
  }

  down(): Promise<void> {
    throw new Error('What people noted stays: migrate forward.');
  }
}
