import { Check, Index, Unique } from 'typeorm';
import { CapacityLimit } from '#domain/clients/client-codes';
import { Benefit, ContractType, PayBasis, Shift } from '#domain/positions/position-codes';
import { PositionStatus } from '#domain/positions/position-lifecycle';
import {
  BelongsTo,
  CodesColumn,
  CountyTable,
  DayColumn,
  EditableRow,
  FenColumn,
  IdColumn,
  InstantColumn,
  OneOf,
  OPTIONAL,
  RefersTo,
  SomeOf,
  TextColumn,
  WholeColumn,
} from '#platform/database/county-row.entity';

/** One kind of work that an enterprise offers under its agreement, in one or more slots. */
@CountyTable('position')
@BelongsTo('cooperation_agreement', 'agreementId', [['organisationId', 'organisationId']])
@BelongsTo('organisation', 'organisationId')
@RefersTo('site', 'siteId')
@Unique(['countyId', 'id', 'organisationId'])
@Unique(['countyId', 'organisationId', 'positionNumber'])
@Index(['countyId', 'status', 'township'])
@Index('position_ranking_idx', { synchronize: false }) // of open positions, with columns of its own (1784000089500)
@Check('position_pay_check', 'pay_min_fen <= pay_max_fen')
@Check('position_days_check', 'open_from is null or closes_on is null or open_from <= closes_on')
@Check('position_confirmed_check', `status <> 'PUBLISHED' or last_confirmed_at is not null`)
export class Position extends EditableRow {
  @IdColumn('agreement_id')
  agreementId: string;

  /** The enterprise; the same as the agreement's. */
  @IdColumn('organisation_id')
  organisationId: string;

  /** The enterprise's own number for it, the key of an import; null when there is none. */
  @TextColumn('position_number', OPTIONAL)
  positionNumber: string | null;

  @TextColumn('occupation_code')
  occupationCode: string;

  @TextColumn('title')
  title: string;

  @TextColumn('duties')
  duties: string;

  /** Division code of the town or township of the workplace. */
  @TextColumn('township')
  township: string;

  @IdColumn('site_id', OPTIONAL)
  siteId: string | null;

  /** The workplace in words. */
  @TextColumn('workplace')
  workplace: string;

  @OneOf('shift', Shift)
  shift: Shift;

  @WholeColumn('weekly_hours', 1, 44)
  weeklyHours: number;

  @OneOf('contract_type', ContractType)
  contractType: ContractType;

  /** Monthly, whatever the pay basis. */
  @FenColumn('pay_min_fen')
  payMinFen: number;

  @FenColumn('pay_max_fen')
  payMaxFen: number;

  @OneOf('pay_basis', PayBasis)
  payBasis: PayBasis;

  /** With the grade, what colleagues' pay is compared by. */
  @TextColumn('job_code')
  jobCode: string;

  @TextColumn('grade')
  grade: string;

  /** Without these a client does not fit. */
  @CodesColumn('required_skills')
  requiredSkills: string[];

  @CodesColumn('wished_skills')
  wishedSkills: string[];

  /** Without these, valid on the first day, a client does not fit. */
  @CodesColumn('required_certificates')
  requiredCertificates: string[];

  /** Work-capacity limits that the workplace cannot respect: a client who has one of them does not fit. */
  @SomeOf('capacity_demands', CapacityLimit)
  capacityDemands: CapacityLimit[];

  @SomeOf('benefits', Benefit)
  benefits: Benefit[];

  @DayColumn('open_from', OPTIONAL)
  openFrom: string | null;

  @DayColumn('closes_on', OPTIONAL)
  closesOn: string | null;

  @InstantColumn('last_confirmed_at', OPTIONAL)
  lastConfirmedAt: Date | null;

  /** Slots that are not withdrawn; counted against the agreement's pledge. */
  @WholeColumn('slots_total', 0, 10_000)
  slotsTotal: number;

  @OneOf('status', PositionStatus)
  status: PositionStatus;

  /** What has to change before it is published; null unless returned. */
  @TextColumn('return_reason', OPTIONAL)
  returnReason: string | null;
}
