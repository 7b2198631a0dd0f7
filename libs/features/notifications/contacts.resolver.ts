import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Permission } from '#domain/common/permission';
import type { MessageLanguage } from '#domain/notifications/client-message';
import { Requires } from '#platform/auth/access.decorators';
import type { Tx } from '#platform/database/transaction';
import { InCommand, InOperation, type Command, type PayloadOf } from '#platform/graphql/command';
import type { Operation } from '#platform/graphql/operation';
import { UuidScalar } from '#platform/graphql/scalars';
import { ClientMessagesRepository } from './client-messages.repository';
import { ClientMessagesService } from './client-messages.service';
import { ContactChoicesRepository, type ChosenContact } from './contact-choices.repository';
import { ContactChoicesService } from './contact-choices.service';
import { ClientContact, ClientContactPayload, ContactChoiceInput, MyMessage } from './graphql/contact.type';

const KEY = { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' } as const;
const CLIENT = { type: () => ID, description: 'Id of the client.' } as const;
const VERSION = { type: () => Int, description: 'Version of the choice that is replaced; 0 = none.' } as const;
const INPUT = { type: () => ContactChoiceInput, description: 'The choice.' } as const;

const LANGUAGES: Readonly<Record<MessageLanguage, ClientContact['language']>> = { 'zh-CN': 'ZH_CN', en: 'EN' };

const chosen = ({ way, language, fromMinute, toMinute, onDaysOff }: ContactChoiceInput): ChosenContact => ({
  channel: way,
  language: language === 'EN' ? 'en' : 'zh-CN',
  fromMinute: fromMinute ?? null,
  toMinute: toMinute ?? null,
  onDaysOff,
});

type Answer = Promise<PayloadOf<ClientContact, 'contact'>>;

/** How and when clients are written to, and reminders by hand. */
@Resolver()
export class ContactsResolver {
  constructor(
    private readonly choices: ContactChoicesRepository,
    private readonly service: ContactChoicesService,
    private readonly messages: ClientMessagesService,
    private readonly sent: ClientMessagesRepository,
  ) {}

  @Query(() => ClientContact, {
    nullable: true,
    description: 'How and when a client is written to; null where she is not the reader’s.',
  })
  @Requires(Permission.CLIENT_REMIND)
  clientContact(@InOperation() operation: Operation, @Args('clientId', CLIENT) clientId: string) {
    return operation.read((tx) => this.read(tx, clientId));
  }

  @Query(() => ClientContact, { nullable: true, description: 'How and when one is written to oneself.' })
  @Requires(Permission.OWN_FILE_READ)
  myContact(@InOperation() operation: Operation): Promise<ClientContact | null> {
    return operation.read((tx) => this.read(tx, tx.actor.clientId ?? ''));
  }

  @Query(() => [MyMessage], { description: 'The messages of the last sixty days to oneself, the newest first.' })
  @Requires(Permission.OWN_FILE_READ)
  myMessages(@InOperation() operation: Operation): Promise<MyMessage[]> {
    return operation.read((tx) => this.sent.ofReader(tx));
  }

  @Mutation(() => ClientContactPayload, {
    description:
      'Chooses how and when one is written to oneself. Codes: NOT_FOUND, OUT_OF_RANGE, STALE_VERSION (with currentVersion).',
  })
  @Requires(Permission.OWN_DECISION)
  chooseContact(
    @InCommand() command: Command,
    @Args('expectedVersion', VERSION) expectedVersion: number,
    @Args('input', INPUT) input: ContactChoiceInput,
    @Args('idempotencyKey', KEY) _key: string,
  ): Answer {
    return this.run(command, (tx) => this.service.choose(tx, tx.actor.clientId ?? '', expectedVersion, chosen(input)));
  }

  @Mutation(() => ClientContactPayload, {
    description:
      'Keeps what a client of one’s own caseload said about how and when she wishes to be written to. Codes: NOT_FOUND, OUT_OF_RANGE, STALE_VERSION (with currentVersion).',
  })
  @Requires(Permission.CONTACT_CHOICE_RECORD)
  recordContactChoice(
    @InCommand() command: Command,
    @Args('clientId', CLIENT) clientId: string,
    @Args('expectedVersion', VERSION) expectedVersion: number,
    @Args('input', INPUT) input: ContactChoiceInput,
    @Args('idempotencyKey', KEY) _key: string,
  ): Answer {
    return this.run(command, (tx) => this.service.choose(tx, clientId, expectedVersion, chosen(input)));
  }

  @Mutation(() => ClientContactPayload, {
    description:
      'Asks a client to call when it suits her: it leaves by her way and in her hours. Once a day, three times in seven days. Codes: NOT_FOUND, REMINDED_TODAY, REMINDED_OFTEN.',
  })
  @Requires(Permission.CLIENT_REMIND)
  remindClient(
    @InCommand() command: Command,
    @Args('clientId', CLIENT) clientId: string,
    @Args('idempotencyKey', KEY) _key: string,
  ): Answer {
    return this.run(command, (tx) => this.messages.remind(tx, clientId));
  }

  private async read(tx: Tx, clientId: string): Promise<ClientContact | null> {
    const choice = await this.choices.of(tx, clientId);
    if (choice === null) return null;
    const { channel: way, language, ...rest } = choice;
    const lastRemindedOn = await this.messages.lastRemindedOn(tx, clientId);
    return { ...rest, way, language: LANGUAGES[language], lastRemindedOn };
  }

  private run(command: Command, act: Parameters<Command['run']>[0]['act']): Answer {
    return command.run({ as: 'contact', act, read: (tx, clientId) => this.read(tx, clientId) });
  }
}
