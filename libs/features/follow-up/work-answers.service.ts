import { Injectable } from '@nestjs/common';
import { dayOf } from '#domain/common/day';
import { done, refusal, refused, type Outcome } from '#domain/common/outcome';
import { OPEN_MILESTONE_STATES } from '#domain/follow-up/milestone-lifecycle';
import { isDue } from '#domain/follow-up/daily-digest';
import { isAnswered, tasksOfAnswers, type WorkAnswers } from '#domain/follow-up/work-questions';
import { Audit } from '#platform/audit/audit';
import type { Tx } from '#platform/database/transaction';
import { Outbox } from '#platform/outbox/outbox';
import { FollowUpAnswersRepository, type AnswersGivenBy } from './follow-up-answers.repository';
import { FollowUpTasksService } from './follow-up-tasks.service';
import { FollowUpAnswered } from './follow-up.jobs';
import { FollowUpRepository, type MilestoneRow } from './follow-up.repository';

/** Why answers are not taken down. */
export type AnswersCode = 'NOT_FOUND' | 'WRONG_STATE' | 'NOT_YET' | 'ALREADY_ANSWERED';

/** Takes down answers to the work-related questions and gives the office what they ask for. */
@Injectable()
export class WorkAnswersService {
  constructor(
    private readonly answers: FollowUpAnswersRepository,
    private readonly milestones: FollowUpRepository,
    private readonly tasks: FollowUpTasksService,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  /** Writes answers for a milestone; false where it has some already. */
  async take(tx: Tx, milestone: MilestoneRow, givenBy: AnswersGivenBy, answers: WorkAnswers): Promise<boolean> {
    if (!(await this.answers.insert(tx, milestone, givenBy, answers))) return false;
    await this.audit.record(tx, {
      action: 'follow-up.answered',
      subjectType: 'follow_up_milestone',
      subjectId: milestone.id,
    });
    return true;
  }

  /** Raises what the answers of a milestone ask for, once. */
  async raiseTasks(
    tx: Tx,
    { id, clientId, caseworkerMembershipId }: MilestoneRow,
    answers: WorkAnswers,
  ): Promise<void> {
    await this.tasks.raise(tx, tasksOfAnswers(answers), {
      subjectType: 'follow_up_milestone',
      subjectId: id,
      clientId,
      caseworkerMembershipId,
      from: dayOf(tx.now),
    });
  }

  /** The client answers by herself what waits for her today. The office's part, contact and tasks, is a job's. */
  async answerOwn(tx: Tx, id: string, answers: WorkAnswers): Promise<Outcome<{ id: string }, AnswersCode>> {
    const [milestone] = await this.milestones.byIds(tx, [id]);
    if (milestone === undefined || milestone.clientId !== tx.actor.clientId)
      return refused(refusal('NOT_FOUND', ['id']));
    const [given] = await this.answers.ofMilestones(tx, [id]);
    if (given !== undefined) return refused(refusal('ALREADY_ANSWERED', ['id']));
    if (!OPEN_MILESTONE_STATES.includes(milestone.status))
      return refused(refusal('WRONG_STATE', ['id'], { status: milestone.status }));
    if (!isDue(milestone, dayOf(tx.now))) return refused(refusal('NOT_YET', ['id'], { dueOn: milestone.dueOn }));
    if (!(await this.take(tx, milestone, 'CLIENT', answers))) return refused(refusal('ALREADY_ANSWERED', ['id']));
    await this.outbox.add(tx, FollowUpAnswered, { subjectId: id, data: {} });
    return done({ id });
  }

  /**
   * What the office does with a client's own answers: they are a contact of both sides, so the milestone is done; a form
   * of skipped questions is her choice not to be asked, so it is declined. Safe to run twice.
   */
  async settle(tx: Tx, id: string): Promise<void> {
    await this.milestones.lock(tx, id);
    const [milestone] = await this.milestones.byIds(tx, [id]);
    const [given] = await this.answers.ofMilestones(tx, [id]);
    if (milestone === undefined || given === undefined) return;
    if (OPEN_MILESTONE_STATES.includes(milestone.status)) {
      if (isAnswered(given.answers)) await this.milestones.completeByAnswers(tx, milestone, given);
      else await this.milestones.decline(tx, id);
    }
    await this.raiseTasks(tx, milestone, given.answers);
  }
}
