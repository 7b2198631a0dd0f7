import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sqlFile } from './sql-file';

/** Tells whether an account has a second step, so that one can be demanded. */
export class SecondStepDemand1784000051000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sqlFile('0051-second-step-demand.sql'));
  }

  down(): Promise<void> {
    throw new Error('What is demanded at the door is a setting: migrate forward.');
  }
}
