import { Injectable } from '@nestjs/common';
import type { Month } from '#domain/common/day';
import type { PayContract } from '#domain/pay-equity/payroll-line';
import { probationMonthsUntil } from '#domain/placements/probation';
import { visibleTo } from '#platform/access/visible';
import type { Tx } from '#platform/database/transaction';
import { IN_PERIOD } from './placements-in-period';

type Row = Omit<PayContract, 'probationMonths'> & {
  readonly employeeNumber: string;
  readonly hireDate: string;
  readonly probationEndOn: string | null;
};

/** What an enterprise's own contracts say, by the number under which its payroll knows the employee. */
@Injectable()
export class PayrollTrialRepository {
  /** The contracts of the actor's own enterprise in the month. */
  async ownContracts(tx: Tx, period: Month): Promise<ReadonlyMap<string, PayContract>> {
    const visible = visibleTo(tx, 'placement', 'p', { parameter: 3 });
    const rows = await tx.query<Row>(
      `select p.employee_pseudonym as "employeeNumber", p.agreed_pay_fen::float8 as "contractMonthlyFen",
              coalesce(p.overtime_base_fen, p.agreed_pay_fen)::float8 as "otBaseMonthlyFen",
              p.lowest_same_job_fen::float8 as "lowestSameJobFen", p.contract_from::text as start, p.contract_to::text as "end",
              p.hire_date::text as "hireDate", p.contract_signed_on::text as "signedOn", p.pay_cycle_days as "payCycleDays",
              p.probation_end_on::text as "probationEndOn", p.slot_id is not null as "hasPostedSlot", o.pay_min_fen::float8 as "postedMinFen"
         from placement p
         left join job_slot s on s.county_id = p.county_id and s.id = p.slot_id
         left join position o on o.county_id = s.county_id and o.id = s.position_id
        where ${visible.sql} and ${IN_PERIOD} and p.organisation_id = $2 and p.employee_pseudonym is not null`,
      [period, tx.actor.organisationId, visible.value],
    );
    return new Map(rows.map(({ employeeNumber, ...row }) => [employeeNumber, contractOf(row)]));
  }
}

function contractOf({ probationEndOn, signedOn, ...row }: Omit<Row, 'employeeNumber'>): PayContract {
  return {
    ...row,
    probationMonths: probationMonthsUntil(row.hireDate, probationEndOn),
    // No day on record is no proof that nothing was signed.
    ...(signedOn === null || signedOn === undefined ? {} : { signedOn }),
  };
}
