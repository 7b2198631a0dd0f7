import { Check, Exclusion } from 'typeorm';
import {
  BelongsTo,
  CountyTable,
  DayColumn,
  EditableRow,
  IdColumn,
  InstantColumn,
  OPTIONAL,
  RefersTo,
} from '#platform/database/county-row.entity';

/** Who looks after a colleague's caseload from one day to another, both included; one deputy at a time. */
@CountyTable('caseload_deputy')
@BelongsTo('membership', 'caseworkerMembershipId')
@BelongsTo('membership', 'deputyMembershipId')
@RefersTo('membership', 'namedByMembershipId')
@Check('caseload_deputy_days_check', 'from_on <= to_on and to_on < from_on + 60')
@Check('caseload_deputy_other_check', 'caseworker_membership_id <> deputy_membership_id')
@Exclusion(
  'caseload_deputy_one_excl',
  `using gist (county_id with =, caseworker_membership_id with =, daterange(from_on, to_on, '[]') with &&) where (ended_at is null)`,
)
export class CaseloadDeputy extends EditableRow {
  @IdColumn('caseworker_membership_id')
  caseworkerMembershipId: string;

  @IdColumn('deputy_membership_id')
  deputyMembershipId: string;

  @DayColumn('from_on')
  fromOn: string;

  @DayColumn('to_on')
  toOn: string;

  @IdColumn('named_by_membership_id')
  namedByMembershipId: string;

  /** Ended before its last day; null = it runs as named. */
  @InstantColumn('ended_at', OPTIONAL)
  endedAt: Date | null;
}
