import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sqlFile } from './sql-file';

/** Row-level security narrowed to what the policy matrix says. */
export class NarrowWalls1784000083000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sqlFile('0083-narrow-walls.sql'));
  }

  down(): Promise<void> {
    throw new Error('Policies are not widened again: migrate forward.');
  }
}
