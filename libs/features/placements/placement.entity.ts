import { Check, Exclusion, Index, Unique } from 'typeorm';
import { EmploymentType } from '#domain/pay-equity/pay-codes';
import { PlacementEndReason, PlacementMode } from '#domain/placements/placement-codes';
import { PlacementStatus } from '#domain/placements/placement-lifecycle';
import { PayBasis, Shift } from '#domain/positions/position-codes';
import {
  BelongsTo,
  CountyTable,
  DayColumn,
  EditableRow,
  FenColumn,
  IdColumn,
  InstantColumn,
  OneOf,
  OPTIONAL,
  RefersTo,
  TextColumn,
  WholeColumn,
} from '#platform/database/county-row.entity';

const LIVE = `status = ANY (ARRAY['PLANNED'::text, 'PROBATION'::text, 'ACTIVE'::text, 'PAUSED'::text])`;

/** A client at work: the contract and what became of it. */
@CountyTable('placement')
@BelongsTo('client', 'clientId')
@BelongsTo('job_slot', 'slotId', [['organisationId', 'organisationId']])
@BelongsTo('organisation', 'organisationId')
@RefersTo('referral', 'referralId', [['clientId', 'clientId']])
@Unique(['countyId', 'referralId'])
@Unique(['countyId', 'id', 'clientId'])
@Index('placement_slot_live_idx', ['countyId', 'slotId'], { unique: true, where: LIVE })
@Index('placement_employee_number_live_idx', ['countyId', 'organisationId', 'employeePseudonym'], {
  unique: true,
  where: `employee_pseudonym IS NOT NULL AND (${LIVE})`,
})
@Index('placement_pseudonym_idx', ['countyId', 'organisationId', 'employeePseudonym'], {
  where: 'employee_pseudonym IS NOT NULL',
})
@Exclusion(
  'placement_full_time_excl',
  `using gist (county_id with =, client_id with =, daterange(hire_date, coalesce(ended_on, contract_to + 1), '[)') with &&) where (weekly_hours > 24 and status <> 'CANCELLED')`,
)
@Check(
  'placement_slot_check',
  `mode in ('SELF_EMPLOYED', 'PUBLIC_POST') or (slot_id is not null and organisation_id is not null)`,
)
@Check('placement_term_check', 'contract_from <= hire_date and (contract_to is null or hire_date <= contract_to)')
@Check('placement_probation_check', 'probation_end_on is null or hire_date <= probation_end_on')
@Check(
  'placement_ended_check',
  `(status = 'ENDED') = (ended_on is not null) and (ended_on is null or hire_date <= ended_on)`,
)
@Check(
  'placement_end_recorded_check',
  `status not in ('ENDED', 'CANCELLED') or (end_reason is not null and ended_at is not null)`,
)
export class Placement extends EditableRow {
  @IdColumn('client_id')
  clientId: string;

  /** Null only for self-employment and public posts. */
  @IdColumn('slot_id', OPTIONAL)
  slotId: string | null;

  /** The employer; the same as the slot's. */
  @IdColumn('organisation_id', OPTIONAL)
  organisationId: string | null;

  /** The referral that led here; null where there was none. */
  @IdColumn('referral_id', OPTIONAL)
  referralId: string | null;

  @OneOf('mode', PlacementMode)
  mode: PlacementMode;

  @DayColumn('hire_date')
  hireDate: string;

  @DayColumn('contract_signed_on', OPTIONAL)
  contractSignedOn: string | null;

  @DayColumn('contract_from')
  contractFrom: string;

  /** Last day of the contract; null = open-ended. */
  @DayColumn('contract_to', OPTIONAL)
  contractTo: string | null;

  @DayColumn('probation_end_on', OPTIONAL)
  probationEndOn: string | null;

  /** Monthly, for the weekly hours. */
  @FenColumn('agreed_pay_fen')
  agreedPayFen: number;

  @OneOf('pay_basis', PayBasis, { default: 'MONTHLY' })
  payBasis: PayBasis;

  @WholeColumn('pay_cycle_days', 1, 31)
  payCycleDays: number;

  @WholeColumn('weekly_hours', 1, 44)
  weeklyHours: number;

  @OneOf('shift', Shift)
  shift: Shift;

  @OneOf('employment_type', EmploymentType)
  employmentType: EmploymentType;

  /** What colleagues' pay is compared by; from the position at the start. */
  @TextColumn('job_code')
  jobCode: string;

  @TextColumn('grade')
  grade: string;

  /** Base for overtime pay where the contract names one; null = the agreed pay. */
  @FenColumn('overtime_base_fen', OPTIONAL)
  overtimeBaseFen: number | null;

  /** Lowest pay of the same job when the contract was made; null = unknown. */
  @FenColumn('lowest_same_job_fen', OPTIONAL)
  lowestSameJobFen: number | null;

  @DayColumn('social_insurance_from', OPTIONAL)
  socialInsuranceFrom: string | null;

  /** The pseudonym that the enterprise's payroll files use for this employee; null until it is known. */
  @TextColumn('employee_pseudonym', OPTIONAL)
  employeePseudonym: string | null;

  @OneOf('status', PlacementStatus)
  status: PlacementStatus;

  /** Last day at work; null unless ended. */
  @DayColumn('ended_on', OPTIONAL)
  endedOn: string | null;

  @OneOf('end_reason', PlacementEndReason, OPTIONAL)
  endReason: PlacementEndReason | null;

  /** When the end or the cancelling was put on record. */
  @InstantColumn('ended_at', OPTIONAL)
  endedAt: Date | null;

  /** To where an end that is undone returns. */
  @OneOf('status_before_end', PlacementStatus, OPTIONAL)
  statusBeforeEnd: PlacementStatus | null;
}
