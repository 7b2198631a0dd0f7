import type { MigrationInterface, QueryRunner } from 'typeorm';
import { OWNER_ROLE } from '../roles';
import { sqlFile } from './sql-file';

/** Work whose member is gone ends with its reason: copies of one's own data, imports, commits, runs of the solver. */
export class RequesterGone1784000100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sqlFile('0100-requester-gone.sql'));
    // Forced row-level security shows the owner no row; the role that signed in passes it by.
    await runner.query('set role none');
    await runner.query(sqlFile('0100-requester-gone-rows.sql'));
    await runner.query(`set role ${OWNER_ROLE}`);
  }

  down(): Promise<void> {
    throw new Error('A copy that was not made has no other state to go back to: migrate forward.');
  }
}
