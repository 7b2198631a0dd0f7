import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { dayOf, type Day } from '#domain/common/day';
import { Role } from '#domain/common/role';
import { digestsFor } from '#domain/follow-up/daily-digest';
import { planMilestones, type PlannedMilestone } from '#domain/follow-up/milestone-plan';
import { replanned } from '#domain/follow-up/milestone-replan';
import { waitsFrom } from '#domain/follow-up/reminder-ladder';
import { templateOf } from '#domain/follow-up/template-choices';
import {
  ClientMessagesService,
  RemindersService,
  type ReminderSource,
  type DigestEntry,
} from '#features/notifications';
import { ParametersService } from '#features/parameters';
import type { Tx } from '#platform/database/transaction';
import { Live } from '#platform/live/live';
import { EscalationService } from './escalation.service';
import type { FollowUpMilestone } from './follow-up-milestone.entity';
import { MilestonePlansRepository, type PlannedPlacement } from './milestone-plans.repository';
import { MilestoneTemplatesService } from './milestone-templates.service';
import type { TemplateVersion } from './milestone-templates.repository';

/** How many milestones a sweep touched. */
export interface SweepCounts {
  readonly woken: number;
  readonly cancelled: number;
  readonly revived: number;
}

/** Plans, wakes and cancels milestones and has their caseworkers reminded. Safe to run twice. */
@Injectable()
export class MilestonePlanningService implements ReminderSource {
  constructor(
    private readonly plans: MilestonePlansRepository,
    private readonly reminders: RemindersService,
    private readonly messages: ClientMessagesService,
    private readonly escalation: EscalationService,
    private readonly parameters: ParametersService,
    private readonly templates: MilestoneTemplatesService,
    private readonly live: Live,
  ) {}

  /**
   * Plans what a placement lacks; what is due today wakes and is reminded of at once. A placement that has a plan keeps the
   * version of the county's template that it was planned by.
   */
  plan(tx: Tx, placementId: string): Promise<void> {
    return this.planBy(tx, placementId, () => this.templates.planningVersion(tx, placementId));
  }

  /** Plans anew a placement whose first day was moved, by the template that counts today. */
  planMoved(tx: Tx, placementId: string): Promise<void> {
    return this.planBy(tx, placementId, () => this.templates.inForce(tx));
  }

  private async planBy(tx: Tx, placementId: string, versionOf: () => Promise<TemplateVersion>): Promise<void> {
    const placement = await this.plans.livePlacement(tx, placementId);
    if (placement === null) return;
    const version = await versionOf();
    const calendar = await this.parameters.calendar(tx);
    const planned = planMilestones(placement.hireDate, calendar, dayOf(tx.now), templateOf(version.choices));
    await this.plans.insertMissing(
      tx,
      planned.map((one) => rowOf(tx, placementId, placement, one, version.version)),
    );
    await this.planAnew(tx, placementId, placement.hireDate, version);
    await this.wake(tx, placementId);
    await this.remind(tx, placementId);
    await this.live.notify(tx, { type: 'follow-up', id: placementId, roles: [Role.CASEWORKER, Role.SUPERVISOR] });
  }

  /** Plans anew what was planned on years whose table has been loaded since; gives how many placements. */
  async settleProvisional(tx: Tx): Promise<number> {
    const placements = await this.plans.settledByTable(tx);
    for (const { id, hireDate } of placements)
      await this.planAnew(tx, id, hireDate, await this.templates.planningVersion(tx, id));
    return placements.length;
  }

  /** Cancels what is open of a placement that ended. */
  async cancel(tx: Tx, placementId: string): Promise<void> {
    await this.plans.cancelOpen(tx, placementId);
    await this.live.notify(tx, { type: 'follow-up', id: placementId, roles: [Role.CASEWORKER, Role.SUPERVISOR] });
  }

  /** Derives anew what is due in the whole county, so that a lost job loses nothing. */
  async sweep(tx: Tx): Promise<SweepCounts> {
    const cancelled = await this.plans.cancelOpen(tx, null);
    await this.settleProvisional(tx);
    const woken = await this.wake(tx, null);
    await this.remind(tx, null);
    await this.escalation.tell(tx);
    return { woken, cancelled, revived: await this.reminders.revive(tx) };
  }

  /** Puts what is late of a caseworker's into one digest of today, because a supervisor asks for it. */
  async remindByHand(tx: Tx, caseworkerId: string): Promise<void> {
    const day = dayOf(tx.now);
    const late = (await this.plans.waiting(tx, day, null)).filter(
      (one) => one.caseworkerId === caseworkerId && waitsFrom(one) < day,
    );
    if (late.length === 0) return;
    const subjectIds = late.map(({ id }) => id);
    await this.reminders.digest(tx, {
      recipientMembershipId: caseworkerId,
      day,
      kind: 'FOLLOW_UP_BY_HAND',
      subjectIds,
    });
  }

  entries(tx: Tx, milestoneIds: readonly string[]): Promise<DigestEntry[]> {
    return this.plans.digestEntries(tx, milestoneIds);
  }

  reminded(tx: Tx, milestoneIds: readonly string[]): Promise<void> {
    return this.plans.markReminded(tx, milestoneIds);
  }

  private async planAnew(tx: Tx, placementId: string, hireDate: Day, by: TemplateVersion): Promise<void> {
    const standing = await this.plans.standing(tx, placementId);
    const calendar = await this.parameters.calendar(tx);
    await this.plans.change(tx, replanned(standing, hireDate, calendar, dayOf(tx.now), templateOf(by.choices)));
    await this.plans.adopt(tx, placementId, by.version);
  }

  /** Wakes what is due and asks its clients to get in touch, each once; gives how many milestones woke. */
  private async wake(tx: Tx, placementId: string | null): Promise<number> {
    const woken = await this.plans.wakeDue(tx, dayOf(tx.now), placementId);
    const first = new Map(woken.filter(({ isFirst }) => isFirst).map(({ clientId, id }) => [clientId, id]));
    for (const [clientId, subjectId] of first)
      await this.messages.announce(tx, { clientId, kind: 'FOLLOW_UP_DUE', subjectId });
    return woken.length;
  }

  private async remind(tx: Tx, placementId: string | null): Promise<void> {
    const calendar = await this.parameters.calendar(tx);
    const waiting = await this.plans.waiting(tx, dayOf(tx.now), placementId);
    for (const { caseworkerId, day, milestoneIds } of digestsFor(waiting, dayOf(tx.now), calendar)) {
      await this.reminders.digest(tx, {
        recipientMembershipId: caseworkerId,
        day,
        kind: 'FOLLOW_UP',
        subjectIds: milestoneIds,
      });
    }
  }
}

const rowOf = (
  tx: Tx,
  placementId: string,
  { clientId }: PlannedPlacement,
  { coveredBy: _, ...planned }: PlannedMilestone,
  templateVersion: number,
): Partial<FollowUpMilestone> => ({
  ...planned,
  countyId: tx.actor.countyId,
  id: uuidv7(),
  placementId,
  clientId,
  templateVersion,
  createdAt: tx.now,
});
