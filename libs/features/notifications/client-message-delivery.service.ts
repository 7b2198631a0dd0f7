import { Injectable } from '@nestjs/common';
import type { ProviderAnswer } from '#domain/common/delivery-attempt';
import { channelOf, mayBeShortNotice, waitsForHours } from '#domain/notifications/client-message';
import { mayLeaveAt, urgencyOf } from '#domain/notifications/message-hours';
import { ParametersService } from '#features/parameters';
import { MessageChannels, type PhoneMessage } from '#platform/channels/message-channel';
import { Clock } from '#platform/clock/clock';
import { FieldCrypto } from '#platform/crypto/field-crypto';
import type { Tx } from '#platform/database/transaction';
import type { JobContext } from '#platform/jobs/job-context';
import { endDelivery, type Effect } from '#platform/outbox/deliveries';
import { messageText } from './client-message-texts';
import { ClientMessagesRepository, type ClaimedMessage } from './client-messages.repository';
import { MessageDeliver } from './messages.jobs';

/** A claimed message that leaves now. */
interface Leaving {
  readonly effect: Effect;
  /** Null in the application, where there is nothing to call. */
  readonly message: PhoneMessage | null;
  /** True where a worker was stopped with it in its hands and the provider may have it. */
  readonly isUnknown: boolean;
}

type NotLeaving = 'NOTHING_TO_DO' | 'NOTHING_TO_SEND' | { readonly waitsUntil: Date };

/**
 * Delivers one message to a client: claim, call with no transaction open, then delivery and mark in one. Whether the
 * hour is right is asked when it is about to leave, however long it lay. The number is unsealed for this call alone.
 */
@Injectable()
export class ClientMessageDeliveryService {
  constructor(
    private readonly messages: ClientMessagesRepository,
    private readonly parameters: ParametersService,
    private readonly channels: MessageChannels,
    private readonly crypto: FieldCrypto,
    private readonly clock: Clock,
  ) {}

  /** Delivers the job's message, or puts it off to its hour or its next try. */
  async deliver(job: JobContext): Promise<void> {
    const id = job.subjectId;
    const claim = await job.transact((tx) => this.claim(tx, id));
    if (claim === 'NOTHING_TO_DO') return;
    if (claim === 'NOTHING_TO_SEND') return job.complete((tx) => this.messages.settle(tx, id, 'SKIPPED'));
    if ('waitsUntil' in claim) return job.postpone(claim.waitsUntil);
    const marks = { job: MessageDeliver.name, subjectId: id, outboxId: job.outboxId, generation: job.generation };
    job.log.info('message claimed', marks);
    const answer = await this.answerOf(claim);
    job.log.info('message delivered', marks);
    await endDelivery(job, claim.effect, { answer, now: this.clock.now() }, async (tx, verdict) => {
      const isTriedAgain = verdict.state === 'FAILED' && verdict.nextTryAt !== null;
      await this.messages.settle(tx, id, isTriedAgain ? 'PENDING' : verdict.state);
    });
  }

  private answerOf({ effect, message, isUnknown }: Leaving): Promise<ProviderAnswer> {
    if (isUnknown) return Promise.resolve({ outcome: 'UNKNOWN', reason: 'INTERRUPTED' });
    if (message === null) return Promise.resolve({ outcome: 'SENT', providerMessageId: null });
    const { channel } = effect;
    if (channel !== 'SMS' && channel !== 'WECHAT') throw new Error('This channel reaches no phone.');
    return this.channels.of(channel).send(message);
  }

  private async claim(tx: Tx, id: string): Promise<Leaving | NotLeaving> {
    const claimed = await this.messages.claim(tx, id);
    if (claimed === null) {
      const ms = await this.messages.claimedForMs(tx, id);
      return ms === null ? 'NOTHING_TO_DO' : { waitsUntil: new Date(tx.now.getTime() + ms) };
    }
    if (claimed.isErased || claimed.isMoot) return 'NOTHING_TO_SEND';
    const channel = claimed.channel ?? (claimed.phoneEnc === null ? 'IN_APP' : channelOf(claimed.way));
    const leavesAt = waitsForHours(channel) ? await this.leavesAt(tx, claimed) : tx.now;
    if (leavesAt > tx.now && !claimed.wasInHand) {
      await this.messages.settle(tx, id, 'PENDING', false);
      return { waitsUntil: leavesAt };
    }
    await this.messages.leaveBy(tx, id, channel);
    return this.leaving(tx, id, channel, claimed);
  }

  private async leaving(
    tx: Tx,
    id: string,
    channel: 'SMS' | 'WECHAT' | 'IN_APP',
    claimed: ClaimedMessage,
  ): Promise<Leaving> {
    const honoursKey = channel === 'IN_APP' || this.channels.of(channel).honoursKey;
    const { clientId, kind, language, attempts, caseworkerName, phoneEnc } = claimed;
    const effect = { key: `message-${id}`, kind, channel, attempts, honoursKey };
    const isUnknown = claimed.wasInHand && !honoursKey;
    if (channel === 'IN_APP' || phoneEnc === null || isUnknown) return { effect, message: null, isUnknown };
    const place = { table: 'client', column: 'phone_enc', rowId: clientId, clientId };
    const to = await this.crypto.decrypt(tx, place, phoneEnc);
    const text = messageText(kind, language, { caseworkerName });
    return { effect, message: { to, text, idempotencyKey: `message-${id}` }, isUnknown };
  }

  private async leavesAt(tx: Tx, { kind, beginsAt, fromMinute, toMinute, onDaysOff }: ClaimedMessage): Promise<Date> {
    const urgency = beginsAt !== null && mayBeShortNotice(kind) ? urgencyOf(beginsAt, tx.now) : 'ORDINARY';
    const slot = fromMinute === null || toMinute === null ? null : { fromMinute, toMinute };
    return mayLeaveAt(tx.now, urgency, { slot, onDaysOff }, await this.parameters.calendar(tx));
  }
}
