import { Injectable } from '@nestjs/common';
import type { Month } from '#domain/common/day';
import type { Allowance } from '#domain/pay-equity/payroll-line';
import { updateRows, type SetValue } from '#features/imports';
import type { Tx } from '#platform/database/transaction';
import { PayrollLine } from './payroll-line.entity';
import { PayrollUpload } from './payroll-upload.entity';
import { IN_PERIOD } from './placements-in-period';

/** The columns of a line that an import writes. */
export const IMPORTED_COLUMNS = {
  employment_type: 'text',
  pay_basis: 'text',
  job_code: 'text',
  grade: 'text',
  tenure_months: 'integer',
  on_probation: 'boolean',
  base_fen: 'bigint',
  allowances: 'jsonb',
  bonus_fen: 'bigint',
  overtime_pay_fen: 'bigint',
  scheduled_days: 'numeric',
  unpaid_leave_days: 'numeric',
  sick_leave_days: 'numeric',
  normal_minutes: 'integer',
  employee_insurance_fen: 'bigint',
  agreed_pay_date: 'date',
  actual_pay_date: 'date',
} as const;

/** The imported columns of one line, by the names of the table. */
export interface LineColumns extends Readonly<Record<keyof typeof IMPORTED_COLUMNS, SetValue>> {
  readonly allowances: readonly Allowance[];
}

/** A line that stands, locked until the transaction ends. */
export interface KnownLine extends LineColumns {
  readonly id: string;
  readonly pseudonym: string;
}

/** Whose payroll of which month. */
export interface PayrollMonth {
  readonly organisationId: string;
  readonly period: Month;
}

/** Every query of the import of payrolls, by name. */
@Injectable()
export class PayrollImportRepository {
  /** The lines of the month under these pseudonyms. */
  async lines(tx: Tx, { organisationId, period }: PayrollMonth, pseudonyms: readonly string[]): Promise<KnownLine[]> {
    return tx.query<KnownLine>(
      `select id, pseudonym, employment_type, pay_basis, job_code, grade, tenure_months, on_probation,
              base_fen::float8 as base_fen, allowances, bonus_fen::float8 as bonus_fen,
              overtime_pay_fen::float8 as overtime_pay_fen, scheduled_days::float8 as scheduled_days,
              unpaid_leave_days::float8 as unpaid_leave_days, sick_leave_days::float8 as sick_leave_days, normal_minutes,
              employee_insurance_fen::float8 as employee_insurance_fen, agreed_pay_date::text as agreed_pay_date,
              actual_pay_date::text as actual_pay_date
         from payroll_line
        where county_id = $1 and organisation_id = $2 and period = $3 and pseudonym = any($4::text[])
        order by id for update`,
      [tx.actor.countyId, organisationId, period, pseudonyms],
    );
  }

  /** The declaration that this import has made; null as long as it changed nothing. */
  async uploadOf(tx: Tx, runId: string): Promise<string | null> {
    const [row] = await tx.query<{ id: string }>(
      'select id from payroll_upload where county_id = $1 and import_run_id = $2',
      [tx.actor.countyId, runId],
    );
    return row?.id ?? null;
  }

  /** The number of the month's next declaration. */
  async nextRevision(tx: Tx, { organisationId, period }: PayrollMonth): Promise<number> {
    const [row] = await tx.query<{ n: number }>(
      `select coalesce(max(revision), 0)::int + 1 as n from payroll_upload
        where county_id = $1 and organisation_id = $2 and period = $3`,
      [tx.actor.countyId, organisationId, period],
    );
    return row?.n ?? 1;
  }

  async insertUpload(tx: Tx, upload: PayrollUpload): Promise<void> {
    await tx.manager.insert(PayrollUpload, upload);
  }

  async insertLines(tx: Tx, lines: Partial<PayrollLine>[]): Promise<void> {
    if (lines.length === 0) return;
    await tx.manager.createQueryBuilder().insert().into(PayrollLine).values(lines).updateEntity(false).execute();
  }

  async updateLines(
    tx: Tx,
    lines: readonly ({ readonly id: string; readonly upload_id: string } & LineColumns)[],
  ): Promise<void> {
    await updateRows(tx, 'payroll_line', { upload_id: 'uuid', ...IMPORTED_COLUMNS }, lines);
  }

  /** The months that the employer of this placement declared and in which it lasted at least one day. */
  async declaredMonths(tx: Tx, placementId: string): Promise<PayrollMonth[]> {
    return tx.query(
      `select distinct u.organisation_id as "organisationId", u.period
         from placement p
         join payroll_upload u on u.county_id = p.county_id and u.organisation_id = p.organisation_id
        where p.county_id = $1 and p.id = $2 and p.status <> 'CANCELLED'
          and p.hire_date < (u.period || '-01')::date + interval '1 month'
          and (p.ended_on is null or p.ended_on >= (u.period || '-01')::date)
        order by u.period`,
      [tx.actor.countyId, placementId],
    );
  }

  /**
   * Ties the lines of the month to the placements whose employee number they carry, and unties those whose number has
   * changed: the platform's own knowledge, no file says who is placed. The latest of two placements counts.
   */
  async linkPlacements(tx: Tx, { organisationId, period }: PayrollMonth): Promise<void> {
    const linked = `select distinct on (p.employee_pseudonym) p.employee_pseudonym as pseudonym, p.id from placement p
       where ${IN_PERIOD} and p.county_id = $2 and p.organisation_id = $3 and p.employee_pseudonym is not null
       order by p.employee_pseudonym, p.hire_date desc, p.id`;
    const lines = 't.county_id = $2 and t.organisation_id = $3 and t.period = $1';
    const parameters = [period, tx.actor.countyId, organisationId];
    await tx.query(
      `with linked as (${linked})
       update payroll_line t set placement_id = null
        where ${lines} and t.placement_id is not null
          and not exists (select from linked l where l.id = t.placement_id and l.pseudonym = t.pseudonym)`,
      parameters,
    );
    await tx.query(
      `with linked as (${linked})
       update payroll_line t set placement_id = l.id from linked l
        where ${lines} and l.pseudonym = t.pseudonym and t.placement_id is distinct from l.id`,
      parameters,
    );
  }
}
