import { Injectable } from '@nestjs/common';
import type { Month } from '#domain/common/day';
import { visibleTo } from '#platform/access/visible';
import type { Tx } from '#platform/database/transaction';

/** What an enterprise declared for a month. */
export interface DeclaredMonth {
  /** When the first declaration came in: by it a month is late or not. */
  readonly firstReceivedAt: Date;
  readonly receivedAt: Date;
  readonly declarations: number;
  readonly lines: number;
}

/** Declarations as the enterprise itself sees them. */
@Injectable()
export class PayrollMonthsRepository {
  /** The declared months of the actor's own enterprise. */
  async declared(tx: Tx): Promise<ReadonlyMap<Month, DeclaredMonth>> {
    const visible = visibleTo(tx, 'payroll_upload', 'u');
    const rows = await tx.query<DeclaredMonth & { readonly period: Month }>(
      `select u.period, min(u.received_at) as "firstReceivedAt", max(u.received_at) as "receivedAt", count(*)::int as declarations,
              (select count(*)::int from payroll_line l where l.county_id = u.county_id and l.organisation_id = u.organisation_id
                  and l.period = u.period and not l.is_withdrawn) as lines
         from payroll_upload u where ${visible.sql} and u.organisation_id = $2 group by u.county_id, u.organisation_id, u.period`,
      [visible.value, tx.actor.organisationId],
    );
    return new Map(rows.map(({ period, ...declared }) => [period, declared]));
  }
}
