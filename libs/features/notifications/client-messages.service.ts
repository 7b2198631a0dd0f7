import { Injectable } from '@nestjs/common';
import { dayOf, type Day } from '#domain/common/day';
import { done, refusal, refused, type Outcome } from '#domain/common/outcome';
import type { ClientMessageKind } from '#domain/notifications/client-message';
import { mayRemindNow, type RemindNowCode } from '#domain/notifications/remind-now';
import { Audit } from '#platform/audit/audit';
import type { Tx } from '#platform/database/transaction';
import { Outbox } from '#platform/outbox/outbox';
import { ClientMessagesRepository } from './client-messages.repository';
import { ContactChoicesRepository } from './contact-choices.repository';
import { MessageAnnounced } from './messages.jobs';

/** What a client is to be told. */
export interface NewMessage {
  readonly clientId: string;
  readonly kind: ClientMessageKind;
  readonly subjectId: string;
  /** When the lesson or interview begins that changed; none for other kinds. */
  readonly beginsAt?: Date;
}

/** Tells clients that there is something; other features call it inside their own transaction. */
@Injectable()
export class ClientMessagesService {
  constructor(
    private readonly messages: ClientMessagesRepository,
    private readonly choices: ContactChoicesRepository,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  /** Announces a message: it leaves after the commit, by the way and in the hours that its reader chose. */
  async announce(tx: Tx, { clientId, kind, subjectId, beginsAt }: NewMessage): Promise<void> {
    const data = { clientId, kind, beginsAt: beginsAt?.toISOString() ?? null };
    await this.outbox.add(tx, MessageAnnounced, { subjectId, data });
  }

  /** Asks a client by hand to call when it suits her: once a day, three times in seven days. */
  async remind(tx: Tx, clientId: string): Promise<Outcome<{ id: string }, RemindNowCode | 'NOT_FOUND'>> {
    if (!(await this.choices.locked(tx, clientId))) return refused(refusal('NOT_FOUND', ['clientId']));
    const judged = mayRemindNow(await this.messages.remindedOn(tx, clientId), dayOf(tx.now));
    if (!judged.ok) return judged;
    await this.announce(tx, { clientId, kind: 'FOLLOW_UP_DUE', subjectId: clientId });
    await this.audit.record(tx, { action: 'client.reminded', subjectType: 'client', subjectId: clientId });
    return done({ id: clientId });
  }

  /** The day on which a client was last asked to call; null = never, or not the actor's to see. */
  async lastRemindedOn(tx: Tx, clientId: string): Promise<Day | null> {
    return (await this.messages.remindedOn(tx, clientId))[0] ?? null;
  }
}
