import { Injectable } from '@nestjs/common';
import type { Month } from '#domain/common/day';
import type { Tx } from '#platform/database/transaction';
import { IN_PERIOD } from './placements-in-period';

/** Every query about months that were never declared, by name. */
@Injectable()
export class PayrollGapsRepository {
  /** The enterprises with somebody at work in the month and no declaration of it. */
  async undeclared(tx: Tx, period: Month): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `select distinct p.organisation_id as id from placement p
        where p.county_id = $2 and ${IN_PERIOD}
          and not exists (select from payroll_upload u
                           where u.county_id = p.county_id and u.organisation_id = p.organisation_id and u.period = $1) order by 1`,
      [period, tx.actor.countyId],
    );
    return rows.map(({ id }) => id);
  }

  /** Inserts gaps, each once; gives the ids of the new ones. */
  async insert(
    tx: Tx,
    gaps: readonly { readonly id: string; readonly organisationId: string; readonly period: Month }[],
  ): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `insert into payroll_gap (county_id, id, organisation_id, period, noted_at)
       select $1, n.id, n."organisationId", n.period, $2
         from jsonb_to_recordset($3::jsonb) as n (id uuid, "organisationId" uuid, period text)
       on conflict do nothing returning id`,
      [tx.actor.countyId, tx.now, JSON.stringify(gaps)],
    );
    return rows.map(({ id }) => id);
  }

  /** Closes the gap of an enterprise's month; gives its id where one was open. */
  async close(tx: Tx, organisationId: string, period: Month): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `update payroll_gap set closed_at = greatest($4, noted_at)
        where county_id = $1 and organisation_id = $2 and period = $3 and closed_at is null returning id`,
      [tx.actor.countyId, organisationId, period, tx.now],
    );
    return rows.map(({ id }) => id);
  }
}
