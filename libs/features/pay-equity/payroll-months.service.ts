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
  /** The first declaration came after the deadline. */
  readonly isLate: boolean;
  /** How many declarations are kept; the latest counts. */
  readonly declarations: number;
}

const MOST_MONTHS = 12;
const NOTHING = { receivedAt: null, firstReceivedAt: null, lines: 0, declarations: 0 };

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
        const { receivedAt, firstReceivedAt, lines, declarations } = declared.get(period) ?? NOTHING;
        const deadline = payrollDeadline(period);
        const isMissing = receivedAt === null && today > deadline;
        const isLate = firstReceivedAt !== null && dayOf(firstReceivedAt) > deadline;
        return { period, deadline, receivedAt, lines, declarations, isMissing, isLate };
      });
  }
}
