import { Injectable } from '@nestjs/common';
import { monthOf, type Day, type Month } from '#domain/common/day';
import { visibleTo } from '#platform/access/visible';
import type { Tx } from '#platform/database/transaction';

/** A checked month. */
export interface CheckedMonth {
  readonly period: Month;
  readonly enterprises: number;
  readonly checks: number;
}

/** Which checked months a minimum wage reaches. */
@Injectable()
export class MinimumWageEffectRepository {
  /** From the month in which it begins up to the one in which the next begins. */
  async monthsFrom(tx: Tx, effectiveFrom: Day): Promise<CheckedMonth[]> {
    const visible = visibleTo(tx, 'pay_check_result', 'r');
    return tx.query<CheckedMonth>(
      `select r.period, count(distinct r.organisation_id)::int as enterprises, count(*)::int as checks
         from pay_check_result r
        where ${visible.sql} and r.is_current and r.period >= $2
          and r.period <= coalesce(
            (select to_char(min(w.effective_from), 'YYYY-MM') from minimum_wage w join county c on c.code = w.region_code
              where c.id = $3 and w.effective_from > $4), r.period)
        group by r.period order by r.period`,
      [visible.value, monthOf(effectiveFrom), tx.actor.countyId, effectiveFrom],
    );
  }
}
