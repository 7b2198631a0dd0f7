import { Injectable } from '@nestjs/common';
import type { WorkCalendar } from '#domain/calendar/work-calendar';
import { dayOf } from '#domain/common/day';
import { mayBecome } from '#domain/common/lifecycle';
import { FollowUpTaskKind } from '#domain/follow-up/follow-up-tasks';
import { MILESTONE_LIFECYCLE, MilestoneStatus } from '#domain/follow-up/milestone-lifecycle';
import { isUnreached, needsOutreach } from '#domain/follow-up/missed-contact';
import type { Tx } from '#platform/database/transaction';
import { FollowUpTasksRepository } from './follow-up-tasks.repository';
import { FollowUpTasksService } from './follow-up-tasks.service';
import { FollowUpRepository, type MilestoneRow } from './follow-up.repository';

const { SUPPORTIVE_OUTREACH } = FollowUpTaskKind;

/** What follows when somebody does not answer: the milestone is closed as unreached, and after two the office goes and helps. */
@Injectable()
export class MissedContactService {
  constructor(
    private readonly milestones: FollowUpRepository,
    private readonly tasks: FollowUpTasksService,
    private readonly list: FollowUpTasksRepository,
  ) {}

  /** Looks at the tries of a milestone after one more without an answer. */
  async noteAttempt(tx: Tx, milestone: MilestoneRow, calendar: WorkCalendar): Promise<void> {
    if (!mayBecome(MILESTONE_LIFECYCLE, milestone.status, MilestoneStatus.UNREACHED)) return;
    if (!isUnreached(await this.milestones.attemptsOf(tx, milestone.id), calendar)) return;
    await this.milestones.closeUnreached(tx, milestone.id);
    if (!needsOutreach(await this.milestones.endsOf(tx, milestone.placementId))) return;
    if (await this.list.isOpen(tx, SUPPORTIVE_OUTREACH, milestone.placementId)) return;
    await this.tasks.raise(tx, [SUPPORTIVE_OUTREACH], {
      subjectType: 'placement',
      subjectId: milestone.placementId,
      clientId: milestone.clientId,
      caseworkerMembershipId: milestone.caseworkerMembershipId,
      from: dayOf(tx.now),
      occurrence: milestone.id,
    });
  }
}
