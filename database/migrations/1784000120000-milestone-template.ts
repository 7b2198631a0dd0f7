import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sqlFile } from './sql-file';

/** A county's own template of follow-up milestones, by versions. */
export class MilestoneTemplate1784000120000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sqlFile('0120-milestone-template.sql'));
  }

  down(): Promise<void> {
    throw new Error('Templates that placements were planned by are kept: migrate forward.');
  }
}
