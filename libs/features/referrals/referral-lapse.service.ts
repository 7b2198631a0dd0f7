import { Injectable } from '@nestjs/common';
import { dayOf } from '#domain/common/day';
import { done, type Outcome } from '#domain/common/outcome';
import { mayBecome } from '#domain/common/lifecycle';
import { hasLapsed } from '#domain/referrals/referral-lapse';
import { OPEN_REFERRAL_STATES, REFERRAL_LIFECYCLE } from '#domain/referrals/referral-lifecycle';
import { ConsentService } from '#features/consent';
import { ParametersService } from '#features/parameters';
import { TasksService } from '#features/tasks';
import type { Tx } from '#platform/database/transaction';
import { ReferralSteps } from './referral-steps';
import { ReferralsRepository, type ReferralRow } from './referrals.repository';

/** What ends referrals without an answer: the calendar, and the end of a consent. */
@Injectable()
export class ReferralLapseService {
  constructor(
    private readonly referrals: ReferralsRepository,
    private readonly steps: ReferralSteps,
    private readonly parameters: ParametersService,
    private readonly consents: ConsentService,
    private readonly tasks: TasksService,
  ) {}

  /** Ids of referrals whose time may have run out. */
  lapsing(tx: Tx): Promise<string[]> {
    return this.referrals.lapsing(tx, dayOf(tx.now));
  }

  /** Lets one referral lapse if its time has run out; frees its hold and raises a task for the caseworker. Says whether it did. */
  async lapse(tx: Tx, id: string): Promise<boolean> {
    const row = await this.referrals.locked(tx, id);
    if (row === null) return false;
    const calendar = await this.parameters.calendar(tx);
    if (!hasLapsed({ ...row, invitedFor: row.invitationAt }, tx.now, calendar)) return false;
    await this.steps.take(tx, row, 'EXPIRED');
    await this.raiseTask(tx, row, calendar.addWorkingDays(dayOf(tx.now), 1));
    return true;
  }

  /** Withdraws a consent: from the commit on nothing more is shown, and open referrals to that enterprise are taken back. A contract stands. */
  async withdrawConsent(tx: Tx, id: string): Promise<Outcome<{ id: string }, 'NOT_FOUND' | 'WRONG_STATE'>> {
    const revoked = await this.consents.revoke(tx, id);
    if (!revoked.ok) return revoked;
    const { clientId, recipientId } = revoked.value;
    const open = await this.referrals.lockOpen(tx, clientId, recipientId, OPEN_REFERRAL_STATES);
    for (const row of open.filter(({ status }) => mayBecome(REFERRAL_LIFECYCLE, status, 'WITHDRAWN'))) {
      await this.steps.take(tx, row, 'WITHDRAWN', { refusalReason: 'CONSENT_ENDED', card: null });
    }
    return done({ id });
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
