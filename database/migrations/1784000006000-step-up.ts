import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sqlFile } from './sql-file';

/** Lets a session remember when its holder last proved who she is. */
export class StepUp1784000006000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sqlFile('0012-step-up.sql'));
  }

  down(): Promise<void> {
    throw new Error('Proofs of identity are not undone: migrate forward.');
  }
}
