import { Check, Index, Unique } from 'typeorm';
import { CapacityLimit, Education } from '#domain/clients/client-codes';
import { Benefit, Shift } from '#domain/positions/position-codes';
import {
  BelongsTo,
  BytesColumn,
  CodesColumn,
  CountyTable,
  DayColumn,
  EditableRow,
  FenColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  OneOf,
  OPTIONAL,
  RefersTo,
  SomeOf,
  TextColumn,
  WholeColumn,
} from '#platform/database/county-row.entity';

/** A person looking for work. Personal: name and phone encrypted, everything else a fact about work. */
@CountyTable('client')
@Unique(['countyId', 'fileNumber'])
@BelongsTo('membership', 'caseworkerMembershipId')
@RefersTo('membership', 'attestedByMembershipId')
@Index(['countyId', 'nameBidx'])
@Index(['countyId', 'phoneBidx'])
@Index(['countyId', 'phoneTailBidx'])
@Index(['countyId', 'township'])
@Check('client_wishes_check', 'cardinality(desired_occupations) <= 3')
@Check('client_erased_check', '(name_bidx is null) = (erased_at is not null)')
@Check('client_attested_check', '(not eligible) or (attested_by_membership_id is not null and attested_on is not null)')
@Check(
  'client_phone_check',
  '(phone_enc is null) = (phone_bidx is null) and (phone_enc is null) = (phone_tail_bidx is null)',
)
export class Client extends EditableRow {
  @TextColumn('file_number')
  fileNumber: string;

  /** Encrypted. */
  @BytesColumn('name_enc')
  nameEnc: Buffer;

  /** Null once she is erased. */
  @BytesColumn('name_bidx', OPTIONAL)
  nameBidx: Buffer | null;

  /** Encrypted; null = no phone. */
  @BytesColumn('phone_enc', OPTIONAL)
  phoneEnc: Buffer | null;

  @BytesColumn('phone_bidx', OPTIONAL)
  phoneBidx: Buffer | null;

  /** Blind index of the last four digits. */
  @BytesColumn('phone_tail_bidx', OPTIONAL)
  phoneTailBidx: Buffer | null;

  /** Encrypted: when and how the client may safely be reached; null = any time. */
  @BytesColumn('contact_rules_enc', OPTIONAL)
  contactRulesEnc: Buffer | null;

  @WholeColumn('birth_year', 1900, 2100, OPTIONAL)
  birthYear: number | null;

  /** Division code of the town or township. */
  @TextColumn('township')
  township: string;

  @OneOf('education_code', Education)
  educationCode: Education;

  @CodesColumn('skills')
  skills: string[];

  /** At most three, the first wish first. */
  @CodesColumn('desired_occupations')
  desiredOccupations: string[];

  /** Monthly; null = none stated. */
  @FenColumn('min_acceptable_pay_fen', OPTIONAL)
  minAcceptablePayFen: number | null;

  @WholeColumn('weekly_hours_available', 0, 168)
  weeklyHoursAvailable: number;

  /** Shifts that the client wishes for; none = no wish. */
  @SomeOf('wished_shifts', Shift)
  wishedShifts: Shift[];

  /** Shifts that the client cannot work. */
  @SomeOf('shift_limits', Shift)
  shiftLimits: Shift[];

  @SomeOf('wished_benefits', Benefit)
  wishedBenefits: Benefit[];

  @WholeColumn('travel_limit_minutes', 0, 600)
  travelLimitMinutes: number;

  @SomeOf('capacity_limits', CapacityLimit)
  capacityLimits: CapacityLimit[];

  /** Encrypted: neutral words for what a workplace would have to arrange, a JSON list; null = nothing. */
  @BytesColumn('accommodation_needs_enc', OPTIONAL)
  accommodationNeedsEnc: Buffer | null;

  /** Null = at once. */
  @DayColumn('available_from', OPTIONAL)
  availableFrom: string | null;

  /** In no ranking and no batch when true. */
  @FlagColumn('objects_to_ranking', { default: false })
  objectsToRanking: boolean;

  /** One opaque flag, the same for every group; no reason is kept. */
  @FlagColumn('eligible', { default: false })
  eligible: boolean;

  @IdColumn('attested_by_membership_id', OPTIONAL)
  attestedByMembershipId: string | null;

  @DayColumn('attested_on', OPTIONAL)
  attestedOn: string | null;

  /** When she was erased: the row stays, without a name, so that what happened can still be counted. */
  @InstantColumn('erased_at', OPTIONAL)
  erasedAt: Date | null;

  /** The caseworker of the programme entry, kept equal to it by a trigger: row-level security reads it here. */
  @IdColumn('caseworker_membership_id', { nullable: true, update: false })
  caseworkerMembershipId: string | null;
}
