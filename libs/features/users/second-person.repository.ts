import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database/transaction';

/** Counts natural persons, not accounts: two accounts may be one person's. */
@Injectable()
export class SecondPersonRepository {
  /** How many natural persons supervise the county today. */
  async supervisors(tx: Tx): Promise<number> {
    const [row] = await tx.query<{ n: number }>(
      `select count(distinct app.person_of(m.id))::int as n from membership m
        where m.county_id = $1 and m.role = 'SUPERVISOR' and m.status = 'ACTIVE'`,
      [tx.actor.countyId],
    );
    return row?.n ?? 0;
  }
}
