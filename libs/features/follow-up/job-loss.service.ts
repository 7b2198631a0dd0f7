import { Injectable } from '@nestjs/common';
import type { Day } from '#domain/common/day';
import { FollowUpTaskKind } from '#domain/follow-up/follow-up-tasks';
import {
  ENTERPRISE_REVIEW_AFTER,
  needsEnterpriseReview,
  tasksOfJobLoss,
  UNTIL_NEW_WORK,
} from '#domain/follow-up/job-loss';
import { TasksService } from '#features/tasks';
import type { Tx } from '#platform/database/transaction';
import { FollowUpTasksRepository } from './follow-up-tasks.repository';
import { FollowUpTasksService } from './follow-up-tasks.service';
import { JobLossRepository } from './job-loss.repository';

const { ENTERPRISE_REVIEW } = FollowUpTaskKind;

/** The way back to work after a job ended: what the office does, and by when. No count of ends stands against anybody. */
@Injectable()
export class JobLossService {
  constructor(
    private readonly ends: JobLossRepository,
    private readonly raising: FollowUpTasksService,
    private readonly list: FollowUpTasksRepository,
    private readonly tasks: TasksService,
  ) {}

  /** Raises what the end of a placement asks for; nothing for one that never began. Safe to run twice. */
  async open(tx: Tx, placementId: string): Promise<void> {
    const end = await this.ends.endOf(tx, placementId);
    if (end === null) return;
    const { clientId, caseworkerMembershipId, organisationId, endedOn: from, hasOtherWork } = end;
    await this.raising.raise(tx, tasksOfJobLoss({ hasOtherWork }), {
      subjectType: 'placement',
      subjectId: placementId,
      clientId,
      caseworkerMembershipId,
      from,
    });
    if (organisationId !== null) await this.lookAtEnterprise(tx, organisationId, placementId, from);
  }

  /** Drops what the client needs no more because she has work again. */
  async close(tx: Tx, newPlacementId: string): Promise<void> {
    const ended = await this.ends.endedBefore(tx, newPlacementId);
    for (const kind of UNTIL_NEW_WORK) await this.tasks.drop(tx, kind, ended);
  }

  private async lookAtEnterprise(tx: Tx, organisationId: string, placementId: string, endedOn: Day): Promise<void> {
    const days = await this.ends.endsAt(tx, organisationId, endedOn, ENTERPRISE_REVIEW_AFTER.days);
    if (!needsEnterpriseReview(days, endedOn)) return;
    if (await this.list.isOpen(tx, ENTERPRISE_REVIEW, organisationId)) return;
    await this.raising.raise(tx, [ENTERPRISE_REVIEW], {
      subjectType: 'organisation',
      subjectId: organisationId,
      clientId: null,
      caseworkerMembershipId: null,
      from: endedOn,
      occurrence: placementId,
    });
  }
}
