import { Injectable } from '@nestjs/common';
import { dayOf } from '#domain/common/day';
import { escalatedOn } from '#domain/follow-up/daily-digest';
import { RemindersService, type DigestEntry, type ReminderSource } from '#features/notifications';
import { ParametersService } from '#features/parameters';
import type { Tx } from '#platform/database/transaction';
import { MilestonePlansRepository } from './milestone-plans.repository';

/** Tells supervisors of milestones that their caseworkers have not met: the upper rungs of the ladder. */
@Injectable()
export class EscalationService implements ReminderSource {
  constructor(
    private readonly plans: MilestonePlansRepository,
    private readonly reminders: RemindersService,
    private readonly parameters: ParametersService,
  ) {}

  /** Puts what reached a supervisor's rung into today's digest of each supervisor who has a work address. */
  async tell(tx: Tx): Promise<void> {
    const day = dayOf(tx.now);
    const calendar = await this.parameters.calendar(tx);
    const subjectIds = escalatedOn(await this.plans.waitingForSupervisor(tx, day), day, calendar);
    if (subjectIds.length === 0) return;
    for (const recipientMembershipId of await this.plans.supervisors(tx)) {
      await this.reminders.digest(tx, { recipientMembershipId, day, kind: 'FOLLOW_UP_LATE', subjectIds });
    }
  }

  entries(tx: Tx, milestoneIds: readonly string[]): Promise<DigestEntry[]> {
    return this.plans.digestEntries(tx, milestoneIds);
  }

  reminded(tx: Tx, milestoneIds: readonly string[]): Promise<void> {
    return this.plans.markEscalated(tx, milestoneIds);
  }
}
