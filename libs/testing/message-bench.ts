import { v7 as uuidv7 } from 'uuid';
import { systemActor, type Actor } from '#domain/common/actor';
import type { ClientMessageKind } from '#domain/notifications/client-message';
import { Clock } from '#platform/clock/clock';
import { MailModule } from '#platform/mail/mail.module';
import { ClientMessagesService } from '../features/notifications/client-messages.service';
import { MessageAnnouncedProcessor, MessageDeliverProcessor } from '../features/notifications/messages.processor';
import { NotificationsJobsModule } from '../features/notifications/notifications-jobs.module';
import { NotificationsModule } from '../features/notifications/notifications.module';
import { openBench, type Bench } from './context';
import { doDueJobs } from './jobs';
import { MessageProvider } from './message-provider';

const TIMEOUT_MS = 300;

/** Wednesday, 10:00 in Shanghai. */
const NOW = '2026-10-14T02:00:00.000Z';

/** A message and its delivery as stored. */
export interface StoredMessage {
  readonly state: string;
  readonly channel: string | null;
  readonly attempts: number;
  readonly delivery: string | null;
  readonly reason: string | null;
  readonly next: Date | null;
}

/** Messages to clients, with two providers on real sockets: SMS honours keys, WeChat does not. */
export class MessageBench {
  private at = new Date(NOW);

  private constructor(
    private readonly bench: Bench,
    readonly sms: MessageProvider,
    readonly wechat: MessageProvider,
    readonly client: { readonly id: string; readonly caseworker: Actor },
  ) {
    Object.assign(bench.app.get(Clock), { now: () => this.at });
  }

  static async open(): Promise<MessageBench> {
    const [sms, wechat] = await Promise.all([
      MessageProvider.start({ honoursKey: true }),
      MessageProvider.start({ honoursKey: false }),
    ]);
    Object.assign(process.env, {
      SMS_URL: sms.url,
      SMS_IDEMPOTENCY: 'honoured',
      WECHAT_URL: wechat.url,
      CHANNEL_TIMEOUT_MS: String(TIMEOUT_MS),
    });
    const bench = await openBench({
      modules: [MailModule, NotificationsModule, NotificationsJobsModule],
      clockAt: NOW,
    });
    const [row] = await bench.rows<{ id: string; membership: string; account: string; organisation: string }>(
      `select c.id, m.id as membership, m.account_id as account, m.organisation_id as organisation
         from client c join membership m on m.id = c.caseworker_membership_id
        where c.phone_enc is not null order by c.id limit 1`,
    );
    if (row === undefined) throw new Error('The seed has no client with a phone.');
    const { countyId } = bench;
    const caseworker: Actor = {
      countyId,
      role: 'CASEWORKER',
      accountId: row.account,
      membershipId: row.membership,
      organisationId: row.organisation,
      clientId: null,
    };
    return new MessageBench(bench, sms, wechat, { id: row.id, caseworker });
  }

  get rows() {
    return this.bench.rows;
  }

  get app() {
    return this.bench.app;
  }

  get now(): Date {
    return this.at;
  }

  get transactions() {
    return this.bench.transactions;
  }

  get database() {
    return this.bench.database;
  }

  async close(): Promise<void> {
    await Promise.all([this.sms.close(), this.wechat.close()]);
    await this.bench.close();
  }

  /** No message, no choice, quiet providers, Wednesday at ten. */
  async clear(): Promise<void> {
    this.at = new Date(NOW);
    this.sms.clear();
    this.wechat.clear();
    await this.rows('truncate client_message, contact_choice, delivery, job_failure, outbox_event');
  }

  /** What the client chose. */
  async chooses(channel: string, hours: { from?: number; to?: number; onDaysOff?: boolean } = {}): Promise<void> {
    await this.rows(
      `insert into contact_choice (county_id, id, client_id, channel, language, from_minute, to_minute, on_days_off, changed_at)
       values ($1, $2, $3, $4, 'zh-CN', $5, $6, $7, now())`,
      [
        this.bench.countyId,
        uuidv7(),
        this.client.id,
        channel,
        hours.from ?? null,
        hours.to ?? null,
        hours.onDaysOff ?? false,
      ],
    );
  }

  /** Announces a message as a feature does. */
  async announce(kind: ClientMessageKind, beginsAt?: Date): Promise<void> {
    const message = { clientId: this.client.id, kind, subjectId: uuidv7(), ...(beginsAt && { beginsAt }) };
    await this.transactions.run(systemActor(this.bench.countyId, 'test'), (tx) =>
      this.app.get(ClientMessagesService).announce(tx, message),
    );
  }

  /** Sets the instant, then does what is due. */
  async workAt(instant: string): Promise<string[]> {
    this.at = new Date(instant);
    return this.work();
  }

  work(): Promise<string[]> {
    return doDueJobs(this.app, this.bench.countyId, {
      'message.announced': MessageAnnouncedProcessor,
      'message.deliver': MessageDeliverProcessor,
    });
  }

  /** Every message with its delivery, in the order in which they were made. */
  messages(): Promise<StoredMessage[]> {
    return this.rows<StoredMessage>(
      `select m.state, m.channel, m.attempts, d.state as delivery, d.reason, d.next_try_at as next
         from client_message m left join delivery d on d.effect_key = 'message-' || m.id order by m.created_at, m.id`,
    );
  }
}
