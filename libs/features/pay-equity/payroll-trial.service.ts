import { Injectable } from '@nestjs/common';
import type { WorkCalendar } from '#domain/calendar/work-calendar';
import { dayOf, firstDayOf, monthOf, type Month } from '#domain/common/day';
import type { Refusal } from '#domain/common/outcome';
import { ImportKind } from '#domain/imports/import-codes';
import { readPayrollRow, type PayrollRow } from '#domain/imports/payroll-row';
import { allRules, type RuleAnswer } from '#domain/pay-equity/all-rules';
import { compareWithColleagues } from '#domain/pay-equity/comparator-gap';
import type { PayContract, PayParams } from '#domain/pay-equity/payroll-line';
import { checkedPeriod, planImport, type PlannedRow } from '#features/imports';
import { ParametersService } from '#features/parameters';
import type { Tx } from '#platform/database/transaction';
import { PayrollTrialRepository } from './payroll-trial.repository';

/** What the checks say of one row before it is sent. */
export interface TrialRow {
  readonly rowNumber: number;
  readonly key: string | null;
  readonly refusals: readonly Refusal[];
  readonly rules: readonly RuleAnswer[];
}

/** What the checks say of a file, of which nothing is kept. */
export interface PayrollTrial {
  readonly fileRefusal: Refusal | null;
  readonly unknownColumns: readonly string[];
  readonly rows: readonly TrialRow[];
}

interface TrialFacts {
  readonly period: Month;
  readonly calendar: WorkCalendar;
  readonly params: PayParams;
  readonly contracts: ReadonlyMap<string, PayContract>;
}

const NUMBER_COLUMN = 'payroll.csv';

/** Only a colleague's line answers these; what an enterprise pays others is no part of a check of its own file. */
const NEEDS_COLLEAGUES: readonly RuleAnswer['code'][] = ['EQUAL_ALLOWANCE'];

/** What these need stands in a contract that the platform does not hold, not in the file. */
const NEEDS_CONTRACT: readonly RuleAnswer['code'][] = [
  'CONTRACT_WAGE',
  'POSTED_WAGE',
  'PROBATION_FLOOR',
  'PROBATION_LENGTH',
  'OVERTIME_PAY',
  'PART_TIME_CYCLE',
  'NO_CONTRACT',
  'SOCIAL_INSURANCE',
];

/** Tries a payroll out: every row as an import would take it, and every rule on the enterprise's own lines. Keeps nothing. */
@Injectable()
export class PayrollTrialService {
  constructor(
    private readonly contracts: PayrollTrialRepository,
    private readonly parameters: ParametersService,
  ) {}

  /** Checks a file, given as text, of the actor's own enterprise. */
  async check(tx: Tx, month: string, csv: string): Promise<PayrollTrial> {
    const today = dayOf(tx.now);
    const period = checkedPeriod(month, monthOf(today));
    if (!period.ok) return refusedAs(period.refusals[0] ?? { code: 'PERIOD_REQUIRED', field: [] });
    const plan = planImport({
      kind: ImportKind.PAYROLL,
      name: NUMBER_COLUMN,
      bytes: Buffer.from(csv, 'utf8'),
      handler: { read: (cells) => readPayrollRow(cells, period.value), keyOf: (row) => keyOf(row) },
      today,
      period: period.value,
    });
    if (!plan.ok) return refusedAs(plan.refusals[0] ?? { code: 'NOT_A_TABLE', field: [] });
    const wage = await this.parameters.minimumWageOn(tx, firstDayOf(period.value));
    const facts: TrialFacts = {
      period: period.value,
      calendar: await this.parameters.calendar(tx),
      params: {
        minWageMonthlyFen: wage.monthlyFen,
        minWageHourlyFen: wage.hourlyFen,
        minWageExcludesEmployeeSi: wage.excludesEmployeeSi,
      },
      contracts: await this.contracts.ownContracts(tx, period.value),
    };
    const { rows, unknownColumns } = plan.value;
    return { fileRefusal: null, unknownColumns, rows: rows.map((row) => trialRow(row, facts)) };
  }
}

const refusedAs = (fileRefusal: Refusal): PayrollTrial => ({ fileRefusal, unknownColumns: [], rows: [] });

const keyOf = (row: unknown): string => (row as PayrollRow).employeeNumber;

function trialRow({ rowNumber, key, refusals, row }: PlannedRow, facts: TrialFacts): TrialRow {
  if (row === null || refusals.length > 0) return { rowNumber, key, refusals, rules: [] };
  return { rowNumber, key, refusals, rules: rulesOf(row as PayrollRow, facts) };
}

function rulesOf({ line, employeeNumber, comprehensiveExcessMinutes }: PayrollRow, facts: TrialFacts): RuleAnswer[] {
  const known = facts.contracts.get(employeeNumber) ?? null;
  const contract = known === null ? null : { ...known, comprehensivePeriodExcessMinutes: comprehensiveExcessMinutes };
  const { period, calendar, params } = facts;
  const alone = { comparators: [], previous: null, asOf: null, hasPeriodGap: false, testUse: 'LATER' } as const;
  const answers = allRules(
    { period, params, calendar, line, contract, ...alone },
    compareWithColleagues(line, [], null, 'LATER'),
  );
  return answers.filter(
    ({ code, status }) =>
      status !== 'NOT_APPLICABLE' &&
      !NEEDS_COLLEAGUES.includes(code) &&
      !(contract === null && status === 'INSUFFICIENT' && NEEDS_CONTRACT.includes(code)),
  );
}
