import type { PayrollRow } from '#domain/imports/payroll-row';
import type { SetValue } from '#features/imports';

/** The columns of a line that a declaration writes, with their SQL types. */
export const DECLARED_COLUMNS = {
  employment_type: 'text',
  hours_system: 'text',
  pay_basis: 'text',
  job_code: 'text',
  grade: 'text',
  shift_pattern: 'text',
  tenure_months: 'integer',
  on_probation: 'boolean',
  base_fen: 'bigint',
  allowances: 'jsonb',
  bonus_fen: 'bigint',
  overtime_weekday_minutes: 'integer',
  overtime_rest_day_minutes: 'integer',
  overtime_holiday_minutes: 'integer',
  compensated_rest_day_minutes: 'integer',
  comprehensive_excess_minutes: 'integer',
  overtime_pay_fen: 'bigint',
  deductions: 'jsonb',
  scheduled_days: 'numeric',
  unpaid_leave_days: 'numeric',
  sick_leave_days: 'numeric',
  normal_minutes: 'integer',
  social_insurance: 'jsonb',
  employee_insurance_fen: 'bigint',
  arrears: 'jsonb',
  agreed_pay_date: 'date',
  actual_pay_date: 'date',
  is_withdrawn: 'boolean',
} as const;

/** The declared columns of one line, by the names of the table. */
export type LineColumns = Readonly<Record<keyof typeof DECLARED_COLUMNS, SetValue>>;

const NAMES = Object.keys(DECLARED_COLUMNS) as (keyof typeof DECLARED_COLUMNS)[];

const READ_AS: Readonly<Record<string, string>> = { bigint: '::float8', numeric: '::float8', date: '::text' };

/** The declared columns as a query reads them, each under its own name. */
export const SELECT_DECLARED = NAMES.map((name) => `${name}${READ_AS[DECLARED_COLUMNS[name]] ?? ''} as ${name}`).join(
  ', ',
);

/** What a row of a file writes. */
export function columnsOf({ line, comprehensiveExcessMinutes }: PayrollRow): LineColumns {
  return {
    employment_type: line.employmentType,
    hours_system: line.hoursSystem,
    pay_basis: line.payBasis,
    job_code: line.jobCode,
    grade: line.grade,
    shift_pattern: line.shiftPattern ?? null,
    tenure_months: line.tenureMonths ?? null,
    on_probation: line.onProbation ?? false,
    base_fen: line.baseFen,
    allowances: line.allowances ?? [],
    bonus_fen: line.bonusFen ?? 0,
    overtime_weekday_minutes: line.otMinutes?.WEEKDAY ?? null,
    overtime_rest_day_minutes: line.otMinutes?.REST_DAY ?? null,
    overtime_holiday_minutes: line.otMinutes?.HOLIDAY ?? null,
    compensated_rest_day_minutes: line.compensatedRestDayMinutes ?? null,
    comprehensive_excess_minutes: comprehensiveExcessMinutes,
    overtime_pay_fen: line.otPayFen ?? null,
    deductions: line.deductions ?? null,
    scheduled_days: line.scheduledDays,
    unpaid_leave_days: line.unpaidLeaveDays ?? null,
    sick_leave_days: line.sickLeaveDays ?? null,
    normal_minutes: line.normalMinutes ?? null,
    social_insurance: line.socialIns ?? null,
    employee_insurance_fen: line.employeeSiFen ?? null,
    arrears: line.arrears ?? [],
    agreed_pay_date: line.agreedPayDate ?? null,
    actual_pay_date: line.actualPayDate ?? null,
    is_withdrawn: false,
  };
}

/** PostgreSQL gives the keys of an object back in an order of its own, and a key without a value says nothing. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, one]) => one !== null && one !== undefined);
  return entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, ordered(one)]);
}

const text = (value: unknown): string => JSON.stringify(ordered(value));

/** Says whether a row says what the line says already. */
export const isSame = (columns: LineColumns, known: LineColumns): boolean =>
  NAMES.every((name) => text(columns[name]) === text(known[name]));
