import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { dayOf } from '#domain/common/day';
import { done, refusal, refused, type Outcome } from '#domain/common/outcome';
import { Role } from '#domain/common/role';
import type { ContactChannel } from '#domain/follow-up/contact-codes';
import type { WorkAnswers } from '#domain/follow-up/work-questions';
import { ParametersService } from '#features/parameters';
import { Audit } from '#platform/audit/audit';
import type { Tx } from '#platform/database/transaction';
import { Live } from '#platform/live/live';
import { checkedContact, mayRecordContact, type ContactCode, type NewContact } from './follow-up.policy';
import { FollowUpRepository, type MilestoneRow } from './follow-up.repository';
import { MissedContactService } from './missed-contact.service';
import { WorkAnswersService } from './work-answers.service';

/** A contact for a milestone. */
export interface RecordedContact extends NewContact {
  readonly milestoneId: string;
  readonly channel: ContactChannel;
  /** What was answered to the work-related questions; left out where they were not asked. */
  readonly answers?: WorkAnswers | null;
}

/** Takes down contacts with placed clients. */
@Injectable()
export class FollowUpService {
  constructor(
    private readonly milestones: FollowUpRepository,
    private readonly parameters: ParametersService,
    private readonly missed: MissedContactService,
    private readonly workAnswers: WorkAnswersService,
    private readonly audit: Audit,
    private readonly live: Live,
  ) {}

  /** Records a contact; a two-way one completes the milestone, any other counts as an attempt. */
  async recordContact(tx: Tx, input: RecordedContact): Promise<Outcome<{ id: string }, ContactCode>> {
    const { milestoneId, channel, isTwoWay } = input;
    await this.milestones.lock(tx, milestoneId);
    const [milestone] = await this.milestones.byIds(tx, [milestoneId]);
    if (milestone === undefined || !mayRecordContact(tx.actor, milestone))
      return refused(refusal('NOT_FOUND', ['input', 'milestoneId']));
    const calendar = await this.parameters.calendar(tx);
    const checked = checkedContact(milestone, input, dayOf(tx.now), calendar);
    if (!checked.ok) return checked;
    const id = uuidv7();
    const { clientId } = milestone;
    const durationMinutes = input.durationMinutes ?? null;
    await this.milestones.insertContact(tx, { id, clientId, milestoneId, channel, isTwoWay, durationMinutes });
    await this.milestones.countAttempt(tx, milestoneId, isTwoWay ? id : null);
    if (isTwoWay) await this.takeAnswers(tx, milestone, input.answers ?? null);
    else await this.missed.noteAttempt(tx, milestone, calendar);
    await this.audit.record(tx, {
      action: 'contact.recorded',
      subjectType: 'follow_up_milestone',
      subjectId: milestoneId,
    });
    await this.live.notify(tx, { type: 'follow-up', id: milestoneId, roles: [Role.CASEWORKER, Role.SUPERVISOR] });
    return done({ id: milestoneId });
  }

  /** Where the client has answered by herself meanwhile, hers stand. */
  private async takeAnswers(tx: Tx, milestone: MilestoneRow, answers: WorkAnswers | null): Promise<void> {
    if (answers === null || !(await this.workAnswers.take(tx, milestone, 'CASEWORKER', answers))) return;
    await this.workAnswers.raiseTasks(tx, milestone, answers);
  }
}
