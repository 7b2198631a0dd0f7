import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sqlFile } from './sql-file';

/** In the order in which they build on each other. */
const FILES = [
  '0001-tables.sql',
  '0002-context.sql',
  '0003-triggers.sql',
  '0004-policies.sql',
  '0005-sign-in.sql',
  '0006-grants.sql',
] as const;

/** Tables, context functions, triggers, policies, the door, grants. */
export class FoundTheHouse1784000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const file of FILES) await runner.query(sqlFile(file));
  }

  down(): Promise<void> {
    throw new Error('The first migration is not undone: drop the database instead.');
  }
}
