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
  WholeColumn,
} from '#platform/database/county-row.entity';

/** The states of a goal. */
export const GoalStatus = { OPEN: 'OPEN', DONE: 'DONE', DROPPED: 'DROPPED' } as const;

/** One of the states of a goal. */
export type GoalStatus = (typeof GoalStatus)[keyof typeof GoalStatus];

/** One thing of a support plan that can be done. */
@CountyTable('goal')
@BelongsTo('support_plan', 'supportPlanId', [['clientId', 'clientId']])
@Unique(['countyId', 'supportPlanId', 'seq'])
@BelongsTo('client', 'clientId')
@Check('goal_done_check', `(status = 'DONE') = (done_on is not null)`)
export class Goal extends EditableRow {
  @IdColumn('support_plan_id')
  supportPlanId: string;

  @IdColumn('client_id')
  clientId: string;

  @WholeColumn('seq', 1, 1_000)
  seq: number;

  /** Encrypted. */
  @BytesColumn('title_enc')
  titleEnc: Buffer;

  @OneOf('status', GoalStatus)
  status: GoalStatus;

  @DayColumn('due_on', OPTIONAL)
  dueOn: string | null;

  @DayColumn('done_on', OPTIONAL)
  doneOn: string | null;
}
