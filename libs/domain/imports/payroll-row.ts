import type { Day } from '../common/day';
import type { Fen } from '../common/money';
import type { Outcome } from '../common/outcome';
import { EmploymentType } from '../pay-equity/pay-codes';
import type { PayrollLine } from '../pay-equity/payroll-line';
import { EMPLOYEE_NUMBER_LENGTH, employeeNumberRefusal } from '../placements/employee-number';
import { PayBasis } from '../positions/position-codes';
import { findEmploymentType, findPayBasis } from './cell-words';
import { PAYROLL_COLUMNS, type PayrollColumnKey, type RowCells } from './column-tables';
import { present, RowReader, type Bounds, type RowRefusalCode } from './row-reader';

/** One employee's month as an enterprise's file gives it; days may have two decimals. */
export interface PayrollRow {
  /** The enterprise's own pseudonym of the employee; never a name or an identity number. */
  readonly employeeNumber: string;
  readonly jobCode: string;
  readonly grade: string | null;
  readonly employmentType: EmploymentType;
  readonly payBasis: PayBasis;
  readonly onProbation: boolean;
  readonly tenureMonths: number | null;
  readonly scheduledDays: number;
  readonly unpaidLeaveDays: number;
  readonly sickLeaveDays: number;
  readonly normalMinutes: number | null;
  readonly baseFen: Fen;
  readonly allowanceFen: Fen;
  readonly specialAllowanceFen: Fen;
  readonly bonusFen: Fen;
  readonly overtimePayFen: Fen;
  readonly employeeSiFen: Fen | null;
  readonly agreedPayDate: Day | null;
  readonly actualPayDate: Day | null;
}

const AMOUNT_FEN: Bounds = { min: 0, max: 100_000_000 };
const DAYS_HUNDREDTHS: Bounds = { min: 0, max: 3_100 };
const HOURS_HUNDREDTHS: Bounds = { min: 0, max: 74_400 };
const TENURE_MONTHS: Bounds = { min: 0, max: 600 };

type Reader = RowReader<PayrollColumnKey>;

function readEmployeeNumber(reader: Reader): string | null {
  const text = reader.text('employeeNumber', EMPLOYEE_NUMBER_LENGTH);
  if (text === null) return null;
  const code = employeeNumberRefusal(text);
  if (code !== null) reader.refuse(code, 'employeeNumber');
  return text;
}

function readDays(reader: Reader): { scheduled: number | null; unpaid: number; sick: number } {
  const scheduled = reader.hundredths('scheduledDays', { ...DAYS_HUNDREDTHS, min: 1 });
  const unpaid = reader.hundredths('unpaidLeaveDays', DAYS_HUNDREDTHS) ?? 0;
  const sick = reader.hundredths('sickLeaveDays', DAYS_HUNDREDTHS) ?? 0;
  if (scheduled !== null && unpaid + sick > scheduled) {
    reader.refuse('OUT_OF_RANGE', 'unpaidLeaveDays', { max: scheduled / 100 });
  }
  return { scheduled, unpaid, sick };
}

function readAmounts(reader: Reader) {
  const amount = (key: PayrollColumnKey): Fen => reader.money(key, AMOUNT_FEN) ?? 0;
  return {
    allowanceFen: amount('allowanceFen'),
    specialAllowanceFen: amount('specialAllowanceFen'),
    bonusFen: amount('bonusFen'),
    overtimePayFen: amount('overtimePayFen'),
    employeeSiFen: reader.money('employeeSiFen', AMOUNT_FEN),
  };
}

/** Reads one row of a payroll, or says of each field why not. */
export function readPayrollRow(cells: RowCells<PayrollColumnKey>): Outcome<PayrollRow, RowRefusalCode> {
  const reader: Reader = new RowReader<PayrollColumnKey>(PAYROLL_COLUMNS, cells);
  const employeeNumber = readEmployeeNumber(reader);
  const jobCode = reader.text('jobCode', 40);
  const days = readDays(reader);
  const hours = reader.hundredths('normalMinutes', HOURS_HUNDREDTHS);
  const baseFen = reader.money('baseFen', AMOUNT_FEN);
  const optional = {
    grade: reader.text('grade', 40),
    employmentType: reader.code('employmentType', findEmploymentType) ?? EmploymentType.FULL_TIME,
    payBasis: reader.code('payBasis', findPayBasis) ?? PayBasis.MONTHLY,
    onProbation: reader.yesNo('onProbation') ?? false,
    tenureMonths: reader.integer('tenureMonths', TENURE_MONTHS),
    ...readAmounts(reader),
    agreedPayDate: reader.day('agreedPayDate'),
    actualPayDate: reader.day('actualPayDate'),
  };
  return reader.finish(() => ({
    employeeNumber: present(employeeNumber),
    jobCode: present(jobCode),
    scheduledDays: present(days.scheduled) / 100,
    unpaidLeaveDays: days.unpaid / 100,
    sickLeaveDays: days.sick / 100,
    normalMinutes: hours === null ? null : Math.round((hours * 60) / 100),
    baseFen: present(baseFen),
    ...optional,
  }));
}

/** The line that the pay rules judge; 津贴 counts as a general allowance, 补贴(特殊环境) as one for special conditions. */
export function payrollLineOf(row: PayrollRow): PayrollLine {
  return {
    jobCode: row.jobCode,
    grade: row.grade,
    employmentType: row.employmentType,
    payBasis: row.payBasis,
    onProbation: row.onProbation,
    tenureMonths: row.tenureMonths,
    scheduledDays: row.scheduledDays,
    unpaidLeaveDays: row.unpaidLeaveDays,
    sickLeaveDays: row.sickLeaveDays,
    normalMinutes: row.normalMinutes,
    baseFen: row.baseFen,
    allowances: [
      { code: 'ALLOWANCE', kind: 'GENERAL', fen: row.allowanceFen },
      { code: 'SPECIAL_CONDITIONS', kind: 'SPECIAL_ENV', fen: row.specialAllowanceFen },
    ],
    bonusFen: row.bonusFen,
    otPayFen: row.overtimePayFen,
    employeeSiFen: row.employeeSiFen,
    agreedPayDate: row.agreedPayDate,
    actualPayDate: row.actualPayDate,
  };
}
