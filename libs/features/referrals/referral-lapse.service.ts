import { Injectable } from '@nestjs/common';
import { dayOf } from '#domain/common/day';
import { mayBecome } from '#domain/common/lifecycle';
import { hasLapsed } from '#domain/referrals/referral-lapse';
import { holdsSlot, OPEN_REFERRAL_STATES, REFERRAL_LIFECYCLE } from '#domain/referrals/referral-lifecycle';
import { ParametersService } from '#features/parameters';
import { SlotsService } from '#features/positions';
import { TasksService } from '#features/tasks';
import type { Tx } from '#platform/database/transaction';
import { ReferralSteps } from './referral-steps';
import { ReferralsRepository, type ReferralRow } from './referrals.repository';

/** What ends referrals without an answer: the calendar, and the erasure of the client. */
@Injectable()
export class ReferralLapseService {
  constructor(
    private readonly referrals: ReferralsRepository,
    private readonly steps: ReferralSteps,
    private readonly parameters: ParametersService,
    private readonly tasks: TasksService,
    private readonly slots: SlotsService,
  ) {}

  /** Ids of referrals whose time may have run out. */
  lapsing(tx: Tx): Promise<string[]> {
    return this.referrals.lapsing(tx, dayOf(tx.now));
  }

  /** Lets one referral lapse if its time has run out, or its hold alone: frees the slot, and raises a task where the referral ended. Says whether it did. */
  async lapse(tx: Tx, id: string): Promise<boolean> {
    const row = await this.referrals.lockedAsStored(tx, id);
    if (row === null) return false;
    const calendar = await this.parameters.calendar(tx);
    if (!hasLapsed({ ...row, invitedFor: row.invitationAt }, tx.now, calendar)) return this.freePassedHold(tx, row);
    await this.steps.take(tx, row, 'EXPIRED');
    await this.raiseTask(tx, row, calendar.addWorkingDays(dayOf(tx.now), 1));
    return true;
  }

  /** Ids of referrals whose consent ran out by the calendar. */
  withoutConsent(tx: Tx): Promise<string[]> {
    return this.referrals.withoutConsent(tx);
  }

  /** Ends one referral whose consent ran out, as a withdrawal would have: hold, card and open screens. Says whether it did. */
  async endWithConsent(tx: Tx, id: string): Promise<boolean> {
    const row = await this.referrals.lockedAsStored(tx, id);
    if (row === null || (await this.referrals.withoutConsent(tx, id)).length === 0) return false;
    await this.steps.take(tx, row, 'WITHDRAWN', { refusalReason: 'CONSENT_ENDED', card: null });
    return true;
  }

  /** A batch held a slot for a time: when that is over the slot is free, and the referral goes on without it. */
  private async freePassedHold(tx: Tx, row: ReferralRow): Promise<boolean> {
    if (holdsSlot(row.status) || row.slotHeldUntil === null || row.slotHeldUntil > tx.now) return false;
    if (!(await this.slots.freeHold(tx, row.id))) return false;
    await this.steps.tell(tx, row);
    return true;
  }

  /** Takes every open referral of a client back; what it held is free again. Gives how many. */
  async withdrawAll(tx: Tx, clientId: string): Promise<number> {
    const open = await this.referrals.lockOpen(tx, clientId, null, OPEN_REFERRAL_STATES);
    const rows = open.filter(({ status }) => mayBecome(REFERRAL_LIFECYCLE, status, 'WITHDRAWN'));
    for (const row of rows) await this.steps.take(tx, row, 'WITHDRAWN', { card: null });
    return rows.length;
  }

  private async raiseTask(tx: Tx, row: ReferralRow, dueOn: string): Promise<void> {
    const [client] = await tx.query<{ membershipId: string | null }>(
      'select caseworker_membership_id as "membershipId" from client where id = $1',
      [row.clientId],
    );
    await this.tasks.raise(tx, {
      kind: 'REFERRAL_LAPSED',
      subjectType: 'referral',
      subjectId: row.id,
      clientId: row.clientId,
      assigneeMembershipId: client?.membershipId ?? null,
      dueOn,
    });
  }
}
