import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sqlFile } from './sql-file';

/** The number under which an enterprise's payroll knows a placed person. */
export class EmployeeNumber1784000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sqlFile('0007-employee-number.sql'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function app.record_employee_number(uuid, text)');
    await runner.query('drop policy placement_owner_update on placement');
    await runner.query('drop index placement_employee_number_live_idx');
  }
}
