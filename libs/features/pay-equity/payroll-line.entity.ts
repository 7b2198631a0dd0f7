import { Check, Index, Unique } from 'typeorm';
import { EmploymentType } from '#domain/pay-equity/pay-codes';
import { PayBasis } from '#domain/positions/position-codes';
import {
  BelongsTo,
  CountyTable,
  DayColumn,
  EditableRow,
  FenColumn,
  FlagColumn,
  HalfDaysColumn,
  IdColumn,
  JsonColumn,
  MonthColumn,
  OneOf,
  OPTIONAL,
  TextColumn,
  WholeColumn,
} from '#platform/database/county-row.entity';

const MINUTES_PER_MONTH = 44_640;

/** Hours systems of the labour law (劳动法 36, 39). */
export const HoursSystem = {
  STANDARD: 'STANDARD',
  COMPREHENSIVE: 'COMPREHENSIVE',
  FLEXIBLE: 'FLEXIBLE',
} as const;

/** One of the hours systems. */
export type HoursSystem = (typeof HoursSystem)[keyof typeof HoursSystem];

/** What one employee was paid for one month, under the enterprise's pseudonym; null = not declared. */
@CountyTable('payroll_line')
@BelongsTo('payroll_upload', 'uploadId', [['organisationId', 'organisationId']])
@BelongsTo('placement', 'placementId')
@Unique(['countyId', 'organisationId', 'period', 'pseudonym'])
@Unique(['countyId', 'placementId', 'period'])
@Index('payroll_line_comparison_idx', ['countyId', 'organisationId', 'period', 'jobCode', 'grade'])
@Check('payroll_line_leave_check', 'coalesce(unpaid_leave_days, 0) + coalesce(sick_leave_days, 0) <= scheduled_days')
export class PayrollLine extends EditableRow {
  /** The declaration that the line stands in as it is now. */
  @IdColumn('upload_id')
  uploadId: string;

  @IdColumn('organisation_id')
  organisationId: string;

  @MonthColumn('period')
  period: string;

  /** Made by the enterprise; never a name or an identity number. */
  @TextColumn('pseudonym')
  pseudonym: string;

  /** The client's placement, found by the platform itself; null = a colleague. */
  @IdColumn('placement_id', OPTIONAL)
  placementId: string | null;

  @OneOf('employment_type', EmploymentType)
  employmentType: EmploymentType;

  @OneOf('hours_system', HoursSystem, { default: 'STANDARD' })
  hoursSystem: HoursSystem;

  @OneOf('pay_basis', PayBasis)
  payBasis: PayBasis;

  @TextColumn('job_code')
  jobCode: string;

  @TextColumn('grade')
  grade: string;

  @TextColumn('shift_pattern', OPTIONAL)
  shiftPattern: string | null;

  @WholeColumn('tenure_months', 0, 900, OPTIONAL)
  tenureMonths: number | null;

  @FlagColumn('on_probation', { default: false })
  onProbation: boolean;

  @FenColumn('base_fen')
  baseFen: number;

  /** [{ code, kind: GENERAL | SPECIAL_ENV | WELFARE, fen, contractual, objective: TENURE | SKILL | null }] */
  @JsonColumn('allowances', { default: [] })
  allowances: object[];

  /** The annual bonus counts with a twelfth. */
  @FenColumn('bonus_fen', { default: 0 })
  bonusFen: number;

  @WholeColumn('overtime_weekday_minutes', 0, MINUTES_PER_MONTH, OPTIONAL)
  overtimeWeekdayMinutes: number | null;

  @WholeColumn('overtime_rest_day_minutes', 0, MINUTES_PER_MONTH, OPTIONAL)
  overtimeRestDayMinutes: number | null;

  @WholeColumn('overtime_holiday_minutes', 0, MINUTES_PER_MONTH, OPTIONAL)
  overtimeHolidayMinutes: number | null;

  @WholeColumn('compensated_rest_day_minutes', 0, MINUTES_PER_MONTH, OPTIONAL)
  compensatedRestDayMinutes: number | null;

  /** Hours beyond the period of a comprehensive hours system. */
  @WholeColumn('comprehensive_excess_minutes', 0, MINUTES_PER_MONTH, OPTIONAL)
  comprehensiveExcessMinutes: number | null;

  @FenColumn('overtime_pay_fen', OPTIONAL)
  overtimePayFen: number | null;

  /** [{ code: DAMAGE | SI | FUND | TAX | COURT | ADVANCE | FINE | DEPOSIT | DORM | MEAL, fen }]; null = not declared */
  @JsonColumn('deductions', OPTIONAL)
  deductions: object[] | null;

  /** Paid days of the month, statutory holidays on weekdays among them. */
  @HalfDaysColumn('scheduled_days')
  scheduledDays: number;

  @HalfDaysColumn('unpaid_leave_days', OPTIONAL)
  unpaidLeaveDays: number | null;

  @HalfDaysColumn('sick_leave_days', OPTIONAL)
  sickLeaveDays: number | null;

  @WholeColumn('normal_minutes', 0, MINUTES_PER_MONTH, OPTIONAL)
  normalMinutes: number | null;

  /** { PENSION | MEDICAL | UNEMPLOYMENT | INJURY: { enrolled, baseFen, employerFen, employeeFen } } */
  @JsonColumn('social_insurance', OPTIONAL)
  socialInsurance: object | null;

  /** The employee's part of social insurance where the file gives only the sum. */
  @FenColumn('employee_insurance_fen', OPTIONAL)
  employeeInsuranceFen: number | null;

  /** Back-pay for earlier months: [{ period, fen }] */
  @JsonColumn('arrears', { default: [] })
  arrears: object[];

  /** The latest declaration of the whole month left the line out: it stays on record and counts no more. */
  @FlagColumn('is_withdrawn', { default: false })
  isWithdrawn: boolean;

  @DayColumn('agreed_pay_date', OPTIONAL)
  agreedPayDate: string | null;

  @DayColumn('actual_pay_date', OPTIONAL)
  actualPayDate: string | null;
}
