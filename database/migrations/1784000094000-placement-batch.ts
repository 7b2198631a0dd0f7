import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sqlFile } from './sql-file';

/** Batches of group placement: cohort, runs of the solver, decisions of people, results. */
export class PlacementBatch1784000094000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sqlFile('0094-placement-batch.sql'));
  }

  down(): Promise<void> {
    throw new Error('Who was placed by which decision is no draft: migrate forward.');
  }
}
