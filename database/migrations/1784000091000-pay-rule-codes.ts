import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sqlFile } from './sql-file';

/** Lets every rule of the pay check have findings. */
export class PayRuleCodes1784000091000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sqlFile('0091-pay-rule-codes.sql'));
  }

  down(): Promise<void> {
    throw new Error('Findings of the new rules may stand: migrate forward.');
  }
}
