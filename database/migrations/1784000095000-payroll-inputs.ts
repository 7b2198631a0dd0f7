import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sqlFile } from './sql-file';

/** Every input of the pay rules in a line of payroll, its versions, matched columns, and who keeps the minimum wage. */
export class PayrollInputs1784000095000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sqlFile('0095-payroll-inputs.sql'));
  }

  down(): Promise<void> {
    throw new Error('Declared payrolls are not thrown away: migrate forward.');
  }
}
