import { Injectable } from '@nestjs/common';
import { monthOf, type Day, type Month } from '#domain/common/day';
import type { Tx } from '#platform/database/transaction';
import { RunCause } from './pay-check-run.entity';
import { PayCheckRunsService } from './pay-check-runs.service';

interface JudgedMonth {
  readonly period: Month;
  readonly organisationId: string;
}

/** Has months checked again that a changed parameter or contract reaches, as far as they were checked before. */
@Injectable()
export class PayRerunsService {
  constructor(private readonly runs: PayCheckRunsService) {}

  /** The months from the one in which the minimum wage begins up to the next one's, each as a run over the county. */
  async afterMinimumWage(tx: Tx, effectiveFrom: Day): Promise<void> {
    const months = await tx.query<{ period: Month }>(
      `select distinct r.period from pay_check_result r
        where r.county_id = $1 and r.period >= $2
          and r.period <= coalesce((select to_char(min(w.effective_from), 'YYYY-MM') from minimum_wage w join county c on c.code = w.region_code
                                     where c.id = $1 and w.effective_from > $3), r.period)
        order by 1`,
      [tx.actor.countyId, monthOf(effectiveFrom), effectiveFrom],
    );
    for (const { period } of months)
      await this.runs.queue(tx, { period, cause: RunCause.MINIMUM_WAGE_CHANGED, organisationId: null });
  }

  /** The months of a placement that were checked before, each as a run over its enterprise. */
  async afterContract(tx: Tx, placementId: string): Promise<void> {
    const months = await tx.query<JudgedMonth>(
      `select distinct period, organisation_id as "organisationId" from pay_check_result
        where county_id = $1 and placement_id = $2 and organisation_id is not null order by 1`,
      [tx.actor.countyId, placementId],
    );
    for (const { period, organisationId } of months)
      await this.runs.queue(tx, { period, cause: RunCause.CONTRACT_CHANGED, organisationId });
  }
}
