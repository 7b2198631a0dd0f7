import { Check, Unique } from 'typeorm';
import {
  BelongsTo,
  BytesColumn,
  CountyTable,
  DayColumn,
  EditableRow,
  IdColumn,
  OneOf,
  OPTIONAL,
} from '#platform/database/county-row.entity';

/** The states of a support plan. */
export const PlanStatus = { DRAFT: 'DRAFT', ACTIVE: 'ACTIVE', CLOSED: 'CLOSED' } as const;

/** One of the states of a support plan. */
export type PlanStatus = (typeof PlanStatus)[keyof typeof PlanStatus];

/** What a client and her caseworker agreed to do. */
@CountyTable('support_plan')
@BelongsTo('client', 'clientId')
@Unique(['countyId', 'id', 'clientId'])
@Check('support_plan_agreed_check', `status = 'DRAFT' or agreed_on is not null`)
@Check('support_plan_days_check', 'agreed_on is null or review_on is null or agreed_on <= review_on')
export class SupportPlan extends EditableRow {
  @IdColumn('client_id')
  clientId: string;

  @OneOf('status', PlanStatus)
  status: PlanStatus;

  @DayColumn('agreed_on', OPTIONAL)
  agreedOn: string | null;

  @DayColumn('review_on', OPTIONAL)
  reviewOn: string | null;

  /** Encrypted. */
  @BytesColumn('note_enc', OPTIONAL)
  noteEnc: Buffer | null;
}
