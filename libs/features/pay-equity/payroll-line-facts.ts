import type { ComparatorLine, OvertimeMinutes, PayrollLine } from '#domain/pay-equity/payroll-line';

/** A line as the rules judge it, with what ties it to the platform. */
export interface LineFacts {
  readonly id: string;
  readonly pseudonym: string;
  /** Null = a colleague. */
  readonly placementId: string | null;
  readonly line: ComparatorLine;
  /** Hours beyond the period of a comprehensive hours system, in minutes; null = not declared. */
  readonly comprehensiveExcessMinutes: number | null;
  /** The line as JSON, written once: hashes and seeds are made of it. */
  readonly text: string;
}

/** What the group tests need of a line of a month before. */
export interface EarlierLine {
  readonly pseudonym: string;
  readonly line: PayrollLine;
}

/** What both months' columns are called in a line. */
const COMMON = {
  pseudonym: 'pseudonym',
  employmentType: 'employment_type',
  payBasis: 'pay_basis',
  jobCode: 'job_code',
  grade: 'grade',
  onProbation: 'on_probation',
  baseFen: 'base_fen',
  allowances: 'allowances',
  bonusFen: 'bonus_fen',
  scheduledDays: 'scheduled_days',
  unpaidLeaveDays: 'unpaid_leave_days',
  sickLeaveDays: 'sick_leave_days',
  normalMinutes: 'normal_minutes',
} as const;

const OWN = {
  ...COMMON,
  id: 'id',
  placementId: 'placement_id',
  hoursSystem: 'hours_system',
  shiftPattern: 'shift_pattern',
  tenureMonths: 'tenure_months',
  weekdayMinutes: 'overtime_weekday_minutes',
  restDayMinutes: 'overtime_rest_day_minutes',
  holidayMinutes: 'overtime_holiday_minutes',
  otPayFen: 'overtime_pay_fen',
  deductions: 'deductions',
  compensatedRestDayMinutes: 'compensated_rest_day_minutes',
  comprehensiveExcessMinutes: 'comprehensive_excess_minutes',
  socialIns: 'social_insurance',
  employeeSiFen: 'employee_insurance_fen',
  arrears: 'arrears',
  agreedPayDate: 'agreed_pay_date',
  actualPayDate: 'actual_pay_date',
} as const;

type Nullable<T> = { readonly [Name in keyof T]-?: Exclude<T[Name], undefined> | null };
type CommonRow = Nullable<Pick<PayrollLine, Exclude<keyof typeof COMMON, 'pseudonym'>>> & {
  readonly pseudonym: string;
};
type OwnRow = CommonRow &
  Nullable<Omit<PayrollLine, 'otMinutes'>> & {
    readonly id: string;
    readonly placementId: string | null;
    readonly weekdayMinutes: number | null;
    readonly restDayMinutes: number | null;
    readonly holidayMinutes: number | null;
    readonly comprehensiveExcessMinutes: number | null;
  };

/** A column's values from the first line to the last; null where there is no line. */
type ColumnsOf<Row> = { readonly [Name in keyof Row]: readonly Row[Name][] | null };

/** The lines of a month, column by column: one row however many lines, because a row's overhead is dearer than its values. */
export type OwnColumns = ColumnsOf<OwnRow>;

/** The lines of months before, column by column. */
export type EarlierColumns = ColumnsOf<CommonRow>;

const columnsSql = (columns: Readonly<Record<string, string>>, where: string): string =>
  `select ${Object.keys(columns)
    .map((name) => `json_agg(l."${name}") as "${name}"`)
    .join(', ')}
     from (select ${Object.entries(columns)
       .map(([name, column]) => `${column} as "${name}"`)
       .join(', ')} from payroll_line where county_id = $3 and organisation_id = $2 and ${where}) l`;

/** An enterprise's lines of the month $1 as its latest declaration left them, in order of pseudonym. */
export const OWN_LINES = columnsSql(OWN, 'period = $1 and not is_withdrawn order by pseudonym');

/** The lines of the two months before, oldest first, as far as pay per hour and post are read from them. */
export const EARLIER_LINES = columnsSql(
  COMMON,
  `period < $1 and not is_withdrawn and period >= to_char(($1 || '-01')::date - interval '2 months', 'YYYY-MM')
   order by period, pseudonym`,
);

const overtimeOf = (weekday: number | null, restDay: number | null, holiday: number | null): OvertimeMinutes | null =>
  weekday === null && restDay === null && holiday === null
    ? null
    : { WEEKDAY: weekday ?? 0, REST_DAY: restDay ?? 0, HOLIDAY: holiday ?? 0 };

/** A column that every line has a value in, null among them. */
function valuesOf<T>(column: readonly T[] | null, index: number): T {
  const value = column?.[index];
  if (value === undefined) throw new Error('A column of payroll lines is shorter than the others.');
  return value;
}

/** The order of a line's names is the order of its text: hashes on record were made of it. */
function ownLine(columns: OwnColumns, index: number): ComparatorLine {
  const at = <T>(column: readonly T[] | null): T => valuesOf(column, index);
  return {
    employmentType: at(columns.employmentType),
    hoursSystem: at(columns.hoursSystem),
    payBasis: at(columns.payBasis),
    jobCode: at(columns.jobCode),
    grade: at(columns.grade),
    shiftPattern: at(columns.shiftPattern),
    tenureMonths: at(columns.tenureMonths),
    onProbation: at(columns.onProbation),
    baseFen: at(columns.baseFen),
    allowances: at(columns.allowances),
    bonusFen: at(columns.bonusFen),
    otPayFen: at(columns.otPayFen),
    deductions: at(columns.deductions),
    scheduledDays: at(columns.scheduledDays),
    unpaidLeaveDays: at(columns.unpaidLeaveDays),
    sickLeaveDays: at(columns.sickLeaveDays),
    normalMinutes: at(columns.normalMinutes),
    compensatedRestDayMinutes: at(columns.compensatedRestDayMinutes),
    socialIns: at(columns.socialIns),
    employeeSiFen: at(columns.employeeSiFen),
    arrears: at(columns.arrears),
    agreedPayDate: at(columns.agreedPayDate),
    actualPayDate: at(columns.actualPayDate),
    otMinutes: overtimeOf(at(columns.weekdayMinutes), at(columns.restDayMinutes), at(columns.holidayMinutes)),
    ref: at(columns.pseudonym),
    isProgrammeClient: at(columns.placementId) !== null,
  };
}

/** A month's lines out of their columns. */
export const ownLines = (columns: OwnColumns): LineFacts[] =>
  (columns.id ?? []).map((id, index) => {
    const line = ownLine(columns, index);
    return {
      id,
      pseudonym: line.ref,
      placementId: valuesOf(columns.placementId, index),
      line,
      comprehensiveExcessMinutes: valuesOf(columns.comprehensiveExcessMinutes, index),
      text: JSON.stringify(line),
    };
  });

/** The text of a line without its pseudonym and without whose it is. */
export function bareText({ text, pseudonym, line }: LineFacts): string {
  const end = `,"ref":${JSON.stringify(pseudonym)},"isProgrammeClient":${line.isProgrammeClient === true}}`;
  return `${text.slice(0, -end.length)}}`;
}

/** Lines of months before out of their columns. */
export const earlierLines = (columns: EarlierColumns): EarlierLine[] =>
  (columns.pseudonym ?? []).map((pseudonym, index) => {
    const at = <T>(column: readonly T[] | null): T => valuesOf(column, index);
    return {
      pseudonym,
      line: {
        employmentType: at(columns.employmentType),
        payBasis: at(columns.payBasis),
        jobCode: at(columns.jobCode),
        grade: at(columns.grade),
        onProbation: at(columns.onProbation),
        baseFen: at(columns.baseFen),
        allowances: at(columns.allowances),
        bonusFen: at(columns.bonusFen),
        scheduledDays: at(columns.scheduledDays),
        unpaidLeaveDays: at(columns.unpaidLeaveDays),
        sickLeaveDays: at(columns.sickLeaveDays),
        normalMinutes: at(columns.normalMinutes),
      },
    };
  });
