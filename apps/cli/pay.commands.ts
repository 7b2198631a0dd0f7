import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { CsvError, parse } from 'csv-parse/sync';
import { readAnalysisTable } from '#domain/pay-equity/files/analysis-table';
import { readPayCheckFile } from '#domain/pay-equity/files/pay-check-file';
import { fractionText, payCheckReport } from '#domain/pay-equity/files/pay-check-report';
import { readCohortFile, readPValues } from '#domain/pay-equity/files/statistics-files';
import { checkPay } from '#domain/pay-equity/pay-check';
import { adjustedPValues } from '#domain/pay-equity/statistics/benjamini-hochberg';
import { cohortTest } from '#domain/pay-equity/statistics/cohort-permutation';
import { standardAnalysis } from '#domain/pay-equity/statistics/swiss-standard-analysis';
import { calendarOf, holidayEntries } from '#database/seeds/parameters.seed';
import { print, printRefused, say, WrongUsage } from './cli-result';
import { readJson } from './read-json';

const PAY_CHECK_HELP = `
The file: {period: "YYYY-MM", params: {minWageMonthlyFen, minWageHourlyFen, minWageExcludesEmployeeSi},
line, contract?, comparators: [{ref, isProgrammeClient?, …line}], previous?: {gapPerMille, strictlyLowest}, asOf?}.

line: employmentType FULL_TIME|PART_TIME|DISPATCH, hoursSystem STANDARD|COMPREHENSIVE|FLEXIBLE, payBasis
MONTHLY|HOURLY|PIECE, jobCode, grade, shiftPattern, tenureMonths, onProbation, baseFen,
allowances [{code, kind GENERAL|SPECIAL_ENV|WELFARE, fen, contractual, objective TENURE|SKILL}], bonusFen,
otMinutes {WEEKDAY, REST_DAY, HOLIDAY}, otPayFen, compensatedRestDayMinutes, deductions [{code, fen}],
scheduledDays, unpaidLeaveDays (days outside the employment among them), sickLeaveDays, normalMinutes,
socialIns {PENSION, MEDICAL, UNEMPLOYMENT, INJURY: {enrolled}}, arrears [{period, fen}], agreedPayDate, actualPayDate.
contract: contractMonthlyFen, otBaseMonthlyFen, postedMinFen, lowestSameJobFen, start, end (null = open-ended),
probationMonths, hireDate, signedOn (null = none), payCycleDays, earlierProbation, comprehensivePeriodExcessMinutes.

What is missing makes a rule INSUFFICIENT; what is wrong is refused with its field and code. Amounts in fen.
Exit code 0: checked, whatever the verdict; 1: refused. Nothing is stored or sent.
`;

const COHORT_HELP = `
The file: {strata: [{key, clients: [], comparators: []}], seed?}: hourly pay by job and grade. Exact up to 100,000
labellings; above, 20,000 draws of xoshiro128** under the seed (a whole number up to 4,294,967,295; 1 unless told).
A stratum without clients or without comparators says nothing and is left out. pooledGapPct is positive where
clients have less; the limit is exceeded above 50 whole per mille.
`;

const REGRESSION_HELP = `
The file: CSV with the columns of the Swiss tool (Logib): age, sex, years_of_service, training,
level_of_requirements, professional_position, activity_rate, paid_hours, basic_wage, allowances, monthly_wage_13,
special_payments, weekly_hours, population. Employees of population 1 are analysed, women are the group; at least 50.
Levels: 1 not significant, 2 up to 2.5 %, 3 up to 5 %, 4 beyond; legacy: the two-step test used until 2024.
`;

/** The pay rules and their statistics without a database: an enterprise checks its payroll before it declares it. */
export function addPayCommands(program: Command): void {
  program
    .command('pay-check')
    .description('checks one employee’s month: every rule, and the comparison with colleagues')
    .argument('<file>', 'JSON, see below')
    .addHelpText('after', PAY_CHECK_HELP)
    .action(async (file: string) => {
      const outcome = readPayCheckFile(await readJson(file), calendarOf(holidayEntries()));
      if (!outcome.ok) return printRefused({ checked: false, errors: outcome.refusals });
      print(payCheckReport(checkPay(outcome.value)));
    });
  program
    .command('pay-cohort')
    .description('tests whether an enterprise’s clients are paid less, job by job and grade by grade')
    .argument('<file>', 'JSON, see below')
    .addHelpText('after', COHORT_HELP)
    .action(async (file: string) => testCohort(await readJson(file)));
  program
    .command('pay-regression')
    .description('the Swiss standard analysis of equal pay')
    .argument('<file>', 'CSV, see below')
    .addHelpText('after', REGRESSION_HELP)
    .action(async (file: string) => analyse(await readRecords(file)));
  program
    .command('adjust-p')
    .description('p-values adjusted by Benjamini and Hochberg, in the order given')
    .argument('<file>', 'JSON: a list of numbers from 0 to 1')
    .action(async (file: string) => {
      const outcome = readPValues(await readJson(file));
      if (!outcome.ok) return printRefused({ adjusted: false, errors: outcome.refusals });
      print(adjustedPValues(outcome.value));
    });
}

function testCohort(file: unknown): void {
  const outcome = readCohortFile(file);
  if (!outcome.ok) return printRefused({ tested: false, errors: outcome.refusals });
  const { strata, leftOut, seed } = outcome.value;
  if (leftOut.length > 0) say(`left out, because one side is empty: ${leftOut.join(', ')}`);
  const { permutations, count, p, pooledGap, exceedsLimit, isExact, seed: used } = cohortTest(strata, seed);
  const figures = { permutations, count, p: fractionText(p), pooledGapPct: 100 * pooledGap };
  print({ ...figures, exceedsLimit, exact: isExact, seed: used });
}

function analyse(records: string[][] | null): void {
  if (records === null) return printRefused({ analysed: false, errors: [{ code: 'NOT_A_TABLE', field: [] }] });
  const table = readAnalysisTable(records);
  if (!table.ok) return printRefused({ analysed: false, errors: table.refusals });
  const outcome = standardAnalysis(table.value);
  if (!outcome.ok) return printRefused({ analysed: false, errors: outcome.refusals });
  const { coefficients: _notPrinted, ...analysis } = outcome.value;
  print(analysis);
}

/** The cells of a CSV file in UTF-8, also with a byte-order mark; null when it is none. */
async function readRecords(file: string): Promise<string[][] | null> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new WrongUsage(`The file cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  });
  try {
    return parse(text, { bom: true, relaxColumnCount: true, skipEmptyLines: true });
  } catch (error) {
    if (error instanceof CsvError) return null;
    throw error;
  }
}
