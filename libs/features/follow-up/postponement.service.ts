import { Injectable } from '@nestjs/common';
import { dayOf, type Day } from '#domain/common/day';
import { mayBecome } from '#domain/common/lifecycle';
import { done, refusal, refused, type Outcome } from '#domain/common/outcome';
import { Role } from '#domain/common/role';
import { MILESTONE_LIFECYCLE, MilestoneStatus } from '#domain/follow-up/milestone-lifecycle';
import { checkedSnooze, type SnoozeCode, type SnoozeReason } from '#domain/follow-up/snooze';
import { ParametersService } from '#features/parameters';
import { Audit } from '#platform/audit/audit';
import type { Tx } from '#platform/database/transaction';
import { Live } from '#platform/live/live';
import { mayRecordContact } from './follow-up.policy';
import { FollowUpRepository, type MilestoneRow } from './follow-up.repository';

/** Puts milestones off, and closes those that the person does not want. */
@Injectable()
export class PostponementService {
  constructor(
    private readonly milestones: FollowUpRepository,
    private readonly parameters: ParametersService,
    private readonly audit: Audit,
    private readonly live: Live,
  ) {}

  /** Puts a due milestone off by at most three working days, twice at most, within its window. */
  async snooze(
    tx: Tx,
    id: string,
    { until, reason }: { readonly until: Day; readonly reason: SnoozeReason },
  ): Promise<Outcome<{ id: string }, SnoozeCode | 'NOT_FOUND'>> {
    const milestone = await this.locked(tx, id);
    if (milestone === null) return refused(refusal('NOT_FOUND', ['id']));
    const checked = checkedSnooze(milestone, until, dayOf(tx.now), await this.parameters.calendar(tx));
    if (!checked.ok) return checked;
    await this.milestones.snooze(tx, id, until, reason);
    await this.noted(tx, id, 'follow-up.snoozed', ['status', 'snoozedUntil', 'snoozeReason']);
    return done({ id });
  }

  /** Closes a milestone because the person does not want it: her choice, and the end of its ladder. */
  async decline(tx: Tx, id: string): Promise<Outcome<{ id: string }, 'NOT_FOUND' | 'WRONG_STATE'>> {
    const milestone = await this.locked(tx, id);
    if (milestone === null) return refused(refusal('NOT_FOUND', ['id']));
    if (!mayBecome(MILESTONE_LIFECYCLE, milestone.status, MilestoneStatus.DECLINED)) {
      return refused(refusal('WRONG_STATE', ['id'], { status: milestone.status }));
    }
    await this.milestones.decline(tx, id);
    await this.noted(tx, id, 'follow-up.declined', ['status']);
    return done({ id });
  }

  private async locked(tx: Tx, id: string): Promise<MilestoneRow | null> {
    await this.milestones.lock(tx, id);
    const [milestone] = await this.milestones.byIds(tx, [id]);
    return milestone !== undefined && mayRecordContact(tx.actor, milestone) ? milestone : null;
  }

  private async noted(tx: Tx, id: string, action: string, fields: readonly string[]): Promise<void> {
    await this.audit.record(tx, { action, subjectType: 'follow_up_milestone', subjectId: id, fields });
    await this.live.notify(tx, { type: 'follow-up', id, roles: [Role.CASEWORKER, Role.SUPERVISOR] });
  }
}
