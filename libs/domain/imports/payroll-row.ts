import { lastDayOf, type Month } from '../common/day';
import type { Outcome } from '../common/outcome';
import { EmploymentType } from '../pay-equity/pay-codes';
import type { PayrollLine } from '../pay-equity/payroll-line';
import { EMPLOYEE_NUMBER_LENGTH, employeeNumberRefusal } from '../placements/employee-number';
import { PayBasis } from '../positions/position-codes';
import { findEmploymentType, findHoursSystem, findPayBasis, findShift } from './cell-words';
import type { RowCells } from './column-tables';
import { PAYROLL_COLUMNS, type PayrollColumnKey } from './payroll-columns';
import { readAllowances, readArrears, readDeductions, readInsurance } from './payroll-parts';
import { AMOUNT_FEN, HOURS_HUNDREDTHS, minutesOf, type PayrollReader } from './payroll-reader';
import { present, RowReader, type Bounds, type RowRefusalCode } from './row-reader';

/** One employee's month as an enterprise's file gives it. */
export interface PayrollRow {
  /** The enterprise's own pseudonym of the employee; never a name or an identity number. */
  readonly employeeNumber: string;
  /** The line that the pay rules judge. */
  readonly line: DeclaredLine;
  /** Hours beyond the period of a comprehensive hours system, in minutes; null = not declared. */
  readonly comprehensiveExcessMinutes: number | null;
}

type Declared = 'employmentType' | 'hoursSystem' | 'payBasis' | 'jobCode' | 'grade' | 'baseFen' | 'scheduledDays';

/** A line with what no file leaves open. */
export type DeclaredLine = PayrollLine & {
  readonly [K in Declared]-?: NonNullable<PayrollLine[K]>;
};

/** Pay grade of a line whose file names none. */
const ONLY_GRADE = '1';

const DAYS_HUNDREDTHS: Bounds = { min: 0, max: 3_100 };
const TENURE_MONTHS: Bounds = { min: 0, max: 900 };
const CODE_LENGTH = 40;
const HALF_DAY_HUNDREDTHS = 50;
const DAY_MINUTES = 1_440;
const FORMULA = /^[=+\-@]/;

function readCode(reader: PayrollReader, key: PayrollColumnKey): string | null {
  const text = reader.text(key, CODE_LENGTH);
  if (text !== null && FORMULA.test(text)) reader.refuse('FORMULA_NOT_ALLOWED', key);
  return text;
}

function readEmployeeNumber(reader: PayrollReader): string | null {
  const text = reader.text('employeeNumber', EMPLOYEE_NUMBER_LENGTH);
  if (text === null) return null;
  const code = FORMULA.test(text) ? 'FORMULA_NOT_ALLOWED' : employeeNumberRefusal(text);
  if (code !== null) reader.refuse(code, 'employeeNumber');
  return text;
}

interface Days {
  readonly scheduled: number | null;
  readonly unpaid: number;
  readonly sick: number;
}

/** Days in hundredths, whole or half ones, no more than the month has. */
function readDays(reader: PayrollReader, daysInMonth: number): Days {
  const most = daysInMonth * 100;
  const days = (key: PayrollColumnKey, min: number): number | null => {
    const read = reader.hundredths(key, { min, max: Math.min(DAYS_HUNDREDTHS.max, most) });
    if (read !== null && read % HALF_DAY_HUNDREDTHS !== 0) reader.refuse('NOT_HALF_DAYS', key);
    return read;
  };
  const scheduled = days('scheduledDays', 1);
  const unpaid = days('unpaidLeaveDays', 0) ?? 0;
  const sick = days('sickLeaveDays', 0) ?? 0;
  if (scheduled !== null && unpaid + sick > scheduled) {
    reader.refuse('OUT_OF_RANGE', 'unpaidLeaveDays', { max: scheduled / 100 });
  }
  return { scheduled, unpaid, sick };
}

const OVERTIME = { WEEKDAY: 'weekdayOvertime', REST_DAY: 'restDayOvertime', HOLIDAY: 'holidayOvertime' } as const;

/** Overtime by kind of day; null where the file has a column for none. An empty cell beside the others is none. */
function readOvertime(reader: PayrollReader): Required<NonNullable<PayrollLine['otMinutes']>> | null {
  const minutes = (key: PayrollColumnKey): number => minutesOf(reader.hundredths(key, HOURS_HUNDREDTHS)) ?? 0;
  const read = {
    WEEKDAY: minutes(OVERTIME.WEEKDAY),
    REST_DAY: minutes(OVERTIME.REST_DAY),
    HOLIDAY: minutes(OVERTIME.HOLIDAY),
  };
  return Object.values(OVERTIME).some((key) => reader.has(key)) ? read : null;
}

/** Nobody works more than 24 hours on the days that she came, nor more than the month has. */
function checkHours(reader: PayrollReader, normal: number | null, overtime: number, days: Days, daysInMonth: number) {
  const { scheduled, unpaid, sick } = days;
  if (normal !== null && scheduled !== null && normal * 100 > DAY_MINUTES * Math.max(0, scheduled - unpaid - sick))
    return reader.refuse('MORE_HOURS_THAN_THE_DAY_HAS', 'normalMinutes');
  if ((normal ?? 0) + overtime > DAY_MINUTES * daysInMonth)
    reader.refuse('MORE_HOURS_THAN_THE_DAY_HAS', 'weekdayOvertime');
}

function readTime(reader: PayrollReader, daysInMonth: number) {
  const days = readDays(reader, daysInMonth);
  const otMinutes = readOvertime(reader);
  const hours = (key: PayrollColumnKey): number | null => minutesOf(reader.hundredths(key, HOURS_HUNDREDTHS));
  const normalMinutes = hours('normalMinutes');
  const overtime = otMinutes === null ? 0 : otMinutes.WEEKDAY + otMinutes.REST_DAY + otMinutes.HOLIDAY;
  checkHours(reader, normalMinutes, overtime, days, daysInMonth);
  return {
    days,
    comprehensiveExcessMinutes: hours('comprehensiveExcess'),
    work: { normalMinutes, otMinutes, compensatedRestDayMinutes: hours('compensatedRestDay') },
  };
}

function readPay(reader: PayrollReader, period: Month | null) {
  const baseFen = reader.money('baseFen', AMOUNT_FEN);
  return {
    baseFen,
    more: {
      allowances: readAllowances(reader),
      bonusFen: reader.money('bonusFen', AMOUNT_FEN) ?? 0,
      // An empty cell of a column that is there says "none"; a column that is missing says nothing.
      otPayFen: reader.money('overtimePayFen', AMOUNT_FEN) ?? (reader.has('overtimePayFen') ? 0 : null),
      employeeSiFen: reader.money('employeeSiFen', AMOUNT_FEN),
      deductions: readDeductions(reader),
      socialIns: readInsurance(reader),
      arrears: readArrears(reader, period),
      agreedPayDate: reader.day('agreedPayDate'),
      actualPayDate: reader.day('actualPayDate'),
    },
  };
}

function readPost(reader: PayrollReader) {
  return {
    grade: readCode(reader, 'grade') ?? ONLY_GRADE,
    shiftPattern: reader.code('shiftPattern', findShift),
    employmentType: reader.code('employmentType', findEmploymentType) ?? EmploymentType.FULL_TIME,
    hoursSystem: reader.code('hoursSystem', findHoursSystem) ?? 'STANDARD',
    payBasis: reader.code('payBasis', findPayBasis) ?? PayBasis.MONTHLY,
    onProbation: reader.yesNo('onProbation') ?? false,
    tenureMonths: reader.integer('tenureMonths', TENURE_MONTHS),
  };
}

/** Reads one row of a month's payroll, or says of each field why not; without a month its days are not counted. */
export function readPayrollRow(
  cells: RowCells<PayrollColumnKey>,
  period: Month | null,
): Outcome<PayrollRow, RowRefusalCode> {
  const reader: PayrollReader = new RowReader<PayrollColumnKey>(PAYROLL_COLUMNS, cells);
  const daysInMonth = period === null ? DAYS_HUNDREDTHS.max / 100 : Number(lastDayOf(period).slice(8));
  const employeeNumber = readEmployeeNumber(reader);
  const jobCode = readCode(reader, 'jobCode');
  const post = readPost(reader);
  const { days, work, comprehensiveExcessMinutes } = readTime(reader, daysInMonth);
  const { baseFen, more } = readPay(reader, period);
  return reader.finish(() => ({
    employeeNumber: present(employeeNumber),
    comprehensiveExcessMinutes,
    line: {
      jobCode: present(jobCode),
      ...post,
      scheduledDays: present(days.scheduled) / 100,
      unpaidLeaveDays: days.unpaid / 100,
      sickLeaveDays: days.sick / 100,
      ...work,
      baseFen: present(baseFen),
      ...more,
    },
  }));
}
