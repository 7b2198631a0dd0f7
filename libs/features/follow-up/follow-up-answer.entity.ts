import { Unique } from 'typeorm';
import { WorkAnswer } from '#domain/follow-up/work-questions';
import {
  BelongsTo,
  CountyRow,
  CountyTable,
  IdColumn,
  InstantColumn,
  OneOf,
  RefersTo,
} from '#platform/database/county-row.entity';

/** The answers to the eight work-related questions of one follow-up: codes, no text; given once. */
@CountyTable('follow_up_answer')
@RefersTo('follow_up_milestone', 'milestoneId', [['clientId', 'clientId']])
@BelongsTo('client', 'clientId')
@RefersTo('membership', 'givenByMembershipId')
@Unique(['countyId', 'milestoneId'])
export class FollowUpAnswer extends CountyRow {
  @IdColumn('milestone_id')
  milestoneId: string;

  @IdColumn('client_id')
  clientId: string;

  /** The client herself on her phone, or her caseworker for her. */
  @OneOf('given_by', ['CLIENT', 'CASEWORKER'])
  givenBy: 'CLIENT' | 'CASEWORKER';

  @IdColumn('given_by_membership_id')
  givenByMembershipId: string;

  @InstantColumn('given_at')
  givenAt: Date;

  @OneOf('still_working', WorkAnswer)
  stillWorking: WorkAnswer;

  @OneOf('as_agreed', WorkAnswer)
  asAgreed: WorkAnswer;

  @OneOf('paid_on_time', WorkAnswer)
  paidOnTime: WorkAnswer;

  @OneOf('treated_equally', WorkAnswer)
  treatedEqually: WorkAnswer;

  @OneOf('training_wanted', WorkAnswer)
  trainingWanted: WorkAnswer;

  @OneOf('help_wanted', WorkAnswer)
  helpWanted: WorkAnswer;

  @OneOf('change_wished', WorkAnswer)
  changeWished: WorkAnswer;

  @OneOf('contact_wanted', WorkAnswer)
  contactWanted: WorkAnswer;
}
