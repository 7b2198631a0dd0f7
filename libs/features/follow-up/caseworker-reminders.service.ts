import { Injectable } from '@nestjs/common';
import { dayOf, type Day } from '#domain/common/day';
import { done, refusal, refused, type Outcome } from '#domain/common/outcome';
import { isUuid } from '#domain/common/uuid';
import { waitsFrom } from '#domain/follow-up/reminder-ladder';
import { Audit } from '#platform/audit/audit';
import type { Tx } from '#platform/database/transaction';
import { Outbox } from '#platform/outbox/outbox';
import { FollowUpReader } from './follow-up-reader';
import { CaseworkerReminded } from './follow-up.jobs';

/** Why a caseworker is not reminded by hand. */
export type RemindCaseworkerCode = 'NOT_FOUND' | 'NOT_LATE' | 'NO_CASEWORKER' | 'CASEWORKER_REMINDED';

/** A supervisor reminds a caseworker of what is late, once a day however many of her follow-ups are. */
@Injectable()
export class CaseworkerRemindersService {
  constructor(
    private readonly reader: FollowUpReader,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  /** Has the caseworker of a late milestone reminded; of two at the same time, one is told that the other did it. */
  async remind(tx: Tx, milestoneId: string): Promise<Outcome<{ id: string }, RemindCaseworkerCode>> {
    const milestone = isUuid(milestoneId) ? await this.reader.byId(tx, milestoneId) : null;
    if (milestone === null) return refused(refusal('NOT_FOUND', ['milestoneId']));
    const today = dayOf(tx.now);
    if (milestone.status !== 'DUE' || waitsFrom(milestone) >= today)
      return refused(refusal('NOT_LATE', ['milestoneId'], { status: milestone.status }));
    const { caseworkerMembershipId: caseworkerId } = milestone;
    if (caseworkerId === null) return refused(refusal('NO_CASEWORKER', ['milestoneId']));
    const lastOn = await this.remindedOn(tx, caseworkerId);
    if (lastOn !== null && lastOn >= today)
      return refused(refusal('CASEWORKER_REMINDED', ['milestoneId'], { lastRemindedOn: lastOn }));
    await this.outbox.add(tx, CaseworkerReminded, { subjectId: caseworkerId, data: {} });
    await this.audit.record(tx, {
      action: 'caseworker.reminded',
      subjectType: 'membership',
      subjectId: caseworkerId,
    });
    return done({ id: milestoneId });
  }

  /** The day on which a caseworker was last reminded by hand, what is on its way counted; null = never. One at a time. */
  private async remindedOn(tx: Tx, caseworkerId: string): Promise<Day | null> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`remind-${caseworkerId}`]);
    const [row] = await tx.query<{ day: Day | null }>(
      `select max(day)::text as day from (
         select r.day from reminder r
          where r.county_id = $1 and r.recipient_membership_id = $2 and r.kind = 'FOLLOW_UP_BY_HAND'
         union all
         select (o.created_at at time zone 'Asia/Shanghai')::date from outbox_event o
          where o.county_id = $1 and o.subject_id = $2 and o.job = $3 and o.failed_at is null) told`,
      [tx.actor.countyId, caseworkerId, CaseworkerReminded.name],
    );
    return row?.day ?? null;
  }
}
