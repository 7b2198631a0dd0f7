import { Injectable } from '@nestjs/common';
import { addDays, dayOf } from '#domain/common/day';
import { ConsentReader, type GrantRow } from '#features/consent';
import { FollowUpReader, FollowUpTasksRepository, type FollowUpTaskRow, type ReadMilestone } from '#features/follow-up';
import { latestDuePayroll, PayFindingsReader, type PayFindingRow } from '#features/pay-equity';
import { ReferralsRepository, type ReferralRow } from '#features/referrals';
import type { Tx } from '#platform/database/transaction';
import {
  TodayRepository,
  type AwaitedRow,
  type CaseloadRow,
  type ChasedRow,
  type StalledRow,
} from './today.repository';

/** Days before its end from which a consent is shown, so that there is time to ask again. */
export const CONSENT_WARNING_DAYS = 14;

/** Days without any movement after which a client without work counts as stalled. */
export const STALLED_AFTER_DAYS = 30;

/** Days before its end from which an agreement is shown. */
export const AGREEMENT_WARNING_DAYS = 60;

const MOST_TASKS = 100;

/** What waits for a caseworker. */
export interface TodayFacts {
  readonly dueFollowUps: readonly ReadMilestone[];
  readonly unreached: readonly ReadMilestone[];
  readonly tasks: readonly FollowUpTaskRow[];
  readonly awaitedAnswers: readonly AwaitedRow[];
  readonly clientDecisions: readonly ReferralRow[];
  readonly expiringConsents: readonly GrantRow[];
  readonly stalledClients: readonly StalledRow[];
  readonly chasedEnterprises: readonly ChasedRow[];
  readonly findingsToTriage: readonly PayFindingRow[];
  readonly size: CaseloadRow;
}

/** Puts together what waits for a caseworker today. */
@Injectable()
export class TodayService {
  constructor(
    private readonly today: TodayRepository,
    private readonly followUps: FollowUpReader,
    private readonly tasks: FollowUpTasksRepository,
    private readonly referrals: ReferralsRepository,
    private readonly consents: ConsentReader,
    private readonly findings: PayFindingsReader,
  ) {}

  /** The lists of a caseworker's own caseload, each in the order in which it should be worked. */
  async of(tx: Tx): Promise<TodayFacts> {
    const day = dayOf(tx.now);
    const decisionIds = await this.today.clientDecisions(tx);
    const consentIds = await this.today.expiringConsents(tx, day, addDays(day, CONSENT_WARNING_DAYS));
    const due = latestDuePayroll(day);
    return {
      dueFollowUps: await this.followUps.due(tx),
      unreached: await this.followUps.unreached(tx),
      tasks: (await this.tasks.page(tx, { limit: MOST_TASKS, after: null })).rows.slice(0, MOST_TASKS),
      awaitedAnswers: await this.today.awaitedAnswers(tx),
      clientDecisions: inOrder(decisionIds, await this.referrals.byIds(tx, decisionIds)),
      expiringConsents: inOrder(consentIds, [...(await this.consents.byIds(tx, consentIds)).values()]),
      stalledClients: await this.today.stalledClients(tx, day, addDays(day, -STALLED_AFTER_DAYS)),
      chasedEnterprises: await this.today.chased(tx, due, day, addDays(day, AGREEMENT_WARNING_DAYS)),
      findingsToTriage: await this.findings.toTriage(tx),
      size: await this.today.size(tx),
    };
  }
}

function inOrder<T extends { readonly id: string }>(ids: readonly string[], rows: readonly T[]): T[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
