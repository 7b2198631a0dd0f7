import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { WorkAnswers } from '#domain/follow-up/work-questions';
import { visibleTo } from '#platform/access/visible';
import type { Tx } from '#platform/database/transaction';

/** Who gave the answers. */
export type AnswersGivenBy = 'CLIENT' | 'CASEWORKER';

/** Answers as read. */
export interface AnswersRow {
  readonly milestoneId: string;
  readonly clientId: string;
  readonly givenBy: AnswersGivenBy;
  readonly givenByMembershipId: string;
  readonly givenAt: Date;
  readonly answers: WorkAnswers;
}

const ANSWERS = `json_build_object('STILL_WORKING', a.still_working, 'AS_AGREED', a.as_agreed, 'PAID_ON_TIME', a.paid_on_time,
  'TREATED_EQUALLY', a.treated_equally, 'TRAINING_WANTED', a.training_wanted, 'HELP_WANTED', a.help_wanted,
  'CHANGE_WISHED', a.change_wished, 'CONTACT_WANTED', a.contact_wanted) as answers`;

/** Answers to the work-related questions, by name. */
@Injectable()
export class FollowUpAnswersRepository {
  /** Writes the answers of a follow-up in the actor's name; false where it has answers already. */
  async insert(
    tx: Tx,
    { id: milestoneId, clientId }: { readonly id: string; readonly clientId: string },
    givenBy: AnswersGivenBy,
    answers: WorkAnswers,
  ): Promise<boolean> {
    const inserted = await tx.query(
      `insert into follow_up_answer (county_id, id, milestone_id, client_id, given_by, given_by_membership_id, given_at,
              still_working, as_agreed, paid_on_time, treated_equally, training_wanted, help_wanted, change_wished, contact_wanted)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
       on conflict (county_id, milestone_id) do nothing returning id`,
      [
        tx.actor.countyId,
        uuidv7(),
        milestoneId,
        clientId,
        givenBy,
        tx.actor.membershipId,
        tx.now,
        answers.STILL_WORKING,
        answers.AS_AGREED,
        answers.PAID_ON_TIME,
        answers.TREATED_EQUALLY,
        answers.TRAINING_WANTED,
        answers.HELP_WANTED,
        answers.CHANGE_WISHED,
        answers.CONTACT_WANTED,
      ],
    );
    return inserted.length === 1;
  }

  /** The visible answers of these follow-ups. */
  ofMilestones(tx: Tx, milestoneIds: readonly string[]): Promise<AnswersRow[]> {
    const visible = visibleTo(tx, 'follow_up_answer', 'a');
    return tx.query(
      `select a.milestone_id as "milestoneId", a.client_id as "clientId", a.given_by as "givenBy",
              a.given_by_membership_id as "givenByMembershipId", a.given_at as "givenAt", ${ANSWERS}
         from follow_up_answer a where ${visible.sql} and a.milestone_id = any($2::uuid[])`,
      [visible.value, milestoneIds],
    );
  }
}
