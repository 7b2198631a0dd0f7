import { Injectable } from '@nestjs/common';
import type { Month } from '#domain/common/day';
import { updateRows } from '#features/imports';
import type { Tx } from '#platform/database/transaction';
import { DECLARED_COLUMNS, SELECT_DECLARED, type LineColumns } from './payroll-line-columns';
import { PayrollUpload } from './payroll-upload.entity';
import { IN_PERIOD } from './placements-in-period';

/** A line that stands, locked until the transaction ends. */
export interface KnownLine extends LineColumns {
  readonly id: string;
  readonly pseudonym: string;
}

/** A line to be written. */
export type NewLine = LineColumns & { readonly id: string; readonly pseudonym: string };

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
      `select id, pseudonym, ${SELECT_DECLARED}
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

  /** Writes new lines of a declaration. */
  async insertLines(tx: Tx, of: PayrollMonth & { uploadId: string }, lines: readonly NewLine[]): Promise<void> {
    if (lines.length === 0) return;
    const names = Object.keys(DECLARED_COLUMNS) as (keyof typeof DECLARED_COLUMNS)[];
    const types = names.map((name) => `${name} ${DECLARED_COLUMNS[name]}`);
    await tx.query(
      `insert into payroll_line (county_id, id, created_at, upload_id, organisation_id, period, pseudonym, ${names.join(', ')})
       select $1, r.id, $2, $3, $4, $5, r.pseudonym, ${names.map((name) => `r.${name}`).join(', ')}
         from jsonb_to_recordset($6::jsonb) as r(id uuid, pseudonym text, ${types.join(', ')})`,
      [tx.actor.countyId, tx.now, of.uploadId, of.organisationId, of.period, JSON.stringify(lines)],
    );
  }

  /** Replaces what lines say; what they said before is kept. */
  async updateLines(
    tx: Tx,
    lines: readonly ({ readonly id: string; readonly upload_id: string } & LineColumns)[],
  ): Promise<void> {
    await this.keepVersions(
      tx,
      lines.map(({ id }) => id),
    );
    await updateRows(tx, 'payroll_line', { upload_id: 'uuid', ...DECLARED_COLUMNS }, lines);
  }

  /** The lines of the month that count and that this import of the whole month does not name; none where it refused a row. */
  async unnamedLines(tx: Tx, { organisationId, period }: PayrollMonth, runId: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `select l.id from payroll_line l
        where l.county_id = $1 and l.organisation_id = $2 and l.period = $3 and not l.is_withdrawn
          and not exists (select from import_row r where r.county_id = $1 and r.run_id = $4 and r.result = 'REFUSED')
          and not exists (select from import_row r where r.county_id = $1 and r.run_id = $4 and r.subject_id = l.id)
        order by l.id for update`,
      [tx.actor.countyId, organisationId, period, runId],
    );
    return rows.map(({ id }) => id);
  }

  /** Takes lines out of what counts: the declaration of the whole month no longer has them. */
  async withdraw(tx: Tx, uploadId: string, ids: readonly string[]): Promise<void> {
    await this.keepVersions(tx, ids);
    await tx.query(
      `update payroll_line set is_withdrawn = true, placement_id = null, upload_id = $2, version = version + 1
        where county_id = $1 and id = any($3::uuid[])`,
      [tx.actor.countyId, uploadId, ids],
    );
  }

  private async keepVersions(tx: Tx, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const content = Object.keys(DECLARED_COLUMNS).map((name) => `'${name}', ${name}`);
    await tx.query(
      `insert into payroll_line_version (county_id, id, line_id, upload_id, organisation_id, period, content, replaced_at)
       select county_id, gen_random_uuid(), id, upload_id, organisation_id, period, jsonb_build_object(${content.join(', ')}), $3
         from payroll_line where county_id = $1 and id = any($2::uuid[])
       on conflict (county_id, line_id, upload_id) do nothing`,
      [tx.actor.countyId, ids, tx.now],
    );
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
        where ${lines} and not t.is_withdrawn and l.pseudonym = t.pseudonym and t.placement_id is distinct from l.id`,
      parameters,
    );
  }
}
