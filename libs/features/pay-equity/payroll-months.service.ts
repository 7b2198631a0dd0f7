import { Injectable } from '@nestjs/common';
import { dayOf, monthOf, type Day, type Month } from '#domain/common/day';
import { AgreementsReader } from '#features/agreements';
import type { Tx } from '#platform/database/transaction';
import { monthsFrom, payrollDeadline } from './payroll-deadline';
import { PayrollMonthsRepository } from './payroll-months.repository';

/** A month as the enterprise sees it: what is due, what came in. */
export interface PayrollMonthRow {
  readonly period: Month;
  readonly deadline: Day;
  /** Null = nothing was declared. */
  readonly receivedAt: Date | null;
  readonly lines: number;
  /** The deadline is past and nothing was declared. */
  readonly isMissing: boolean;
}

const MOST_MONTHS = 12;

/** Tells an enterprise which months it declared. */
@Injectable()
export class PayrollMonthsService {
  constructor(
    private readonly months: PayrollMonthsRepository,
    private readonly agreements: AgreementsReader,
  ) {}

  /** The actor's own enterprise, from this month back to its first agreement, at most a year. */
  async ofOwnEnterprise(tx: Tx): Promise<PayrollMonthRow[]> {
    const today = dayOf(tx.now);
    const declared = await this.months.declared(tx);
    const first =
      (await this.agreements.all(tx)).map(({ effectiveFrom }) => monthOf(effectiveFrom)).sort()[0] ?? monthOf(today);
    const periods = Array.from({ length: MOST_MONTHS }, (_, ago) => monthsFrom(monthOf(today), -ago));
    return periods
      .filter((period) => period >= first || declared.has(period))
      .map((period) => {
        const { receivedAt, lines } = declared.get(period) ?? { receivedAt: null, lines: 0 };
        const deadline = payrollDeadline(period);
        return { period, deadline, receivedAt, lines, isMissing: receivedAt === null && today > deadline };
      });
  }
}
