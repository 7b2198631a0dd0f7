import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sqlFile } from './sql-file';

/** Files opened by break-glass, and their reviews. */
export class FileOpening1784000020000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sqlFile('0020-file-opening.sql'));
  }

  down(): Promise<void> {
    throw new Error('Who opened which file is kept: migrate forward.');
  }
}
