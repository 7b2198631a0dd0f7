import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** In the order in which they build on each other. */
const FILES = [
  '0001-tables.sql',
  '0002-context.sql',
  '0003-triggers.sql',
  '0004-policies.sql',
  '0005-sign-in.sql',
  '0006-grants.sql',
] as const;

/** SQL files stay in the source tree: beside this folder, or from dist three folders up and down again. */
function sqlFolder(): string {
  const beside = path.resolve(__dirname, '../sql');
  return existsSync(beside) ? beside : path.resolve(__dirname, '../../../database/sql');
}

/** Tables, context functions, triggers, policies, the door, grants. */
export class FoundTheHouse1784000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const file of FILES) await runner.query(readFileSync(path.join(sqlFolder(), file), 'utf8'));
  }

  down(): Promise<void> {
    throw new Error('The first migration is not undone: drop the database instead.');
  }
}
