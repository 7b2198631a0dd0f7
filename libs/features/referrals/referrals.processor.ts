import { Injectable } from '@nestjs/common';
import type { ScheduleContext, ScheduleHandler } from '#platform/jobs/job-context';
import { HandlesSchedule } from '#platform/jobs/job-registry';
import { ReferralLapseService } from './referral-lapse.service';
import { ReferralsEndWithConsent, ReferralsLapse } from './referrals.jobs';

/** Runs the hourly look for lapsed referrals: one transaction each, so that one row's fault leaves the others done. */
@Injectable()
@HandlesSchedule(ReferralsLapse)
export class ReferralsLapseProcessor implements ScheduleHandler {
  constructor(private readonly referrals: ReferralLapseService) {}

  async handle(context: ScheduleContext): Promise<void> {
    const ids = await context.transact((tx) => this.referrals.lapsing(tx), { readOnly: true });
    let count = 0;
    for (const id of ids) count += (await context.transact((tx) => this.referrals.lapse(tx, id))) ? 1 : 0;
    if (count > 0) context.log.info('referrals lapsed', { count });
  }
}

/**
 * Ends at midnight what rests on a consent whose last day is over. Nothing hangs on it: cards and names are shut by the
 * consent itself, and whoever acts on such a referral finds it withdrawn.
 */
@Injectable()
@HandlesSchedule(ReferralsEndWithConsent)
export class ReferralsEndWithConsentProcessor implements ScheduleHandler {
  constructor(private readonly referrals: ReferralLapseService) {}

  async handle(context: ScheduleContext): Promise<void> {
    const ids = await context.transact((tx) => this.referrals.withoutConsent(tx), { readOnly: true });
    let count = 0;
    for (const id of ids) count += (await context.transact((tx) => this.referrals.endWithConsent(tx, id))) ? 1 : 0;
    if (count > 0) context.log.info('referrals ended with their consent', { count });
  }
}
