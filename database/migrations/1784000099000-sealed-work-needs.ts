import type { MigrationInterface, QueryRunner } from 'typeorm';
import { readConfig } from '#platform/config/read-config';
import { homeSettings } from '#platform/config/settings';
import { masterKey } from '#platform/crypto/master-key';
import { sealWorkNeeds } from '../keys/seal-work-needs';
import { OWNER_ROLE } from '../roles';
import { sqlFile } from './sql-file';

/** What a workplace would have to arrange leaves its plain column and is sealed under each client's key. */
export class SealedWorkNeeds1784000099000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sqlFile('0099-work-needs-column.sql'));
    // Forced row-level security shows the owner no row; the role that signed in passes it by.
    await runner.query('set role none');
    const ask = <T extends object>(sql: string, parameters: unknown[] = []): Promise<T[]> =>
      runner.query(sql, parameters) as Promise<T[]>;
    await sealWorkNeeds(ask, () => masterKey(readConfig(homeSettings).home));
    await runner.query(`set role ${OWNER_ROLE}`);
    await runner.query(sqlFile('0099-work-needs-sealed.sql'));
  }

  down(): Promise<void> {
    throw new Error('What was sealed stays sealed: migrate forward.');
  }
}
