import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { dayOf } from '#domain/common/day';
import { done, refusal, refused, type Outcome } from '#domain/common/outcome';
import { Role } from '#domain/common/role';
import type { ContactChannel } from '#domain/follow-up/contact-codes';
import { ParametersService } from '#features/parameters';
import { Audit } from '#platform/audit/audit';
import type { Tx } from '#platform/database/transaction';
import { Live } from '#platform/live/live';
import { checkedContact, mayRecordContact, type ContactCode, type NewContact } from './follow-up.policy';
import { FollowUpRepository } from './follow-up.repository';

/** A contact for a milestone. */
export interface RecordedContact extends NewContact {
  readonly milestoneId: string;
  readonly channel: ContactChannel;
}

/** Takes down contacts with placed clients. */
@Injectable()
export class FollowUpService {
  constructor(
    private readonly milestones: FollowUpRepository,
    private readonly parameters: ParametersService,
    private readonly audit: Audit,
    private readonly live: Live,
  ) {}

  /** Records a contact; a two-way one completes the milestone, any other counts as an attempt. */
  async recordContact(tx: Tx, input: RecordedContact): Promise<Outcome<{ id: string }, ContactCode>> {
    const { milestoneId, channel, isTwoWay } = input;
    await this.milestones.lock(tx, milestoneId);
    const [milestone] = await this.milestones.byIds(tx, [milestoneId]);
    if (milestone === undefined || !mayRecordContact(tx.actor, milestone))
      return refused(refusal('NOT_FOUND', ['input', 'milestoneId']));
    const checked = checkedContact(milestone, input, dayOf(tx.now), await this.parameters.calendar(tx));
    if (!checked.ok) return checked;
    const contactId = uuidv7();
    const durationMinutes = input.durationMinutes ?? null;
    await this.milestones.insertContact(tx, {
      id: contactId,
      clientId: milestone.clientId,
      channel,
      isTwoWay,
      durationMinutes,
    });
    await this.milestones.countAttempt(tx, milestoneId, isTwoWay ? contactId : null);
    await this.audit.record(tx, {
      action: 'contact.recorded',
      subjectType: 'follow_up_milestone',
      subjectId: milestoneId,
    });
    await this.live.notify(tx, { type: 'follow-up', id: milestoneId, roles: [Role.CASEWORKER, Role.SUPERVISOR] });
    return done({ id: milestoneId });
  }
}
