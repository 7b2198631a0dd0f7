import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ClientMessageKind, ContactWay } from '#domain/notifications/client-message';
import { payloadTypeOf } from '#platform/graphql/payload';
import { DateScalar, DateTimeScalar } from '#platform/graphql/scalars';

registerEnumType(ContactWay, {
  name: 'ContactWay',
  description: 'By which way a client wishes to be reached.',
  valuesMap: {
    IN_APP: { description: 'In the application only; nothing is sent to her phone.' },
    SMS: { description: 'By text message.' },
    WECHAT: { description: 'By service message of WeChat Work.' },
    CALL: { description: 'By a call of her caseworker; nothing is sent.' },
    VISIT: { description: 'By an agreed visit; nothing is sent.' },
  },
});

registerEnumType(ClientMessageKind, {
  name: 'ClientMessageKind',
  description: 'What a client is told.',
  valuesMap: {
    FOLLOW_UP_DUE: { description: 'Her caseworker would like to hear from her.' },
    DECISION_WAITING: { description: 'Something waits for her decision.' },
    LESSON_CHANGED: { description: 'Time or place of a lesson changed.' },
    INTERVIEW_CHANGED: { description: 'Time or place of an interview changed.' },
    SEAT_FREE: { description: 'A seat is free in a course that she waits for.' },
    PAY_CHECK_UPDATED: { description: 'The check of her pay has an update.' },
  },
});

/** The languages of messages in the schema, where a name holds no hyphen. */
export const MessageLanguageName = { ZH_CN: 'ZH_CN', EN: 'EN' } as const;

/** One of them. */
export type MessageLanguageName = (typeof MessageLanguageName)[keyof typeof MessageLanguageName];

registerEnumType(MessageLanguageName, {
  name: 'MessageLanguage',
  description: 'The language of messages.',
  valuesMap: { ZH_CN: { description: 'Chinese.' }, EN: { description: 'English.' } },
});

@ObjectType({ description: 'How and when a client is written to, and when she was last asked to call.' })
export class ClientContact {
  @Field(() => ID, { description: 'Id of the client.' })
  id!: string;

  @Field(() => Int, { description: 'Version of her choice; 0 = she never chose.' })
  version!: number;

  @Field(() => ContactWay, { description: 'By which way.' })
  way!: ContactWay;

  @Field(() => MessageLanguageName, { description: 'In which language.' })
  language!: MessageLanguageName;

  @Field(() => Int, {
    nullable: true,
    description: 'Begin of her own part of the day, in minutes after midnight; null = the usual hours.',
  })
  fromMinute!: number | null;

  @Field(() => Int, { nullable: true, description: 'Its end, not included; null = the usual hours.' })
  toMinute!: number | null;

  @Field(() => Boolean, { description: 'True where she wants messages on days off as well.' })
  onDaysOff!: boolean;

  @Field(() => DateScalar, { nullable: true, description: 'When she was last asked to call; null = never.' })
  lastRemindedOn!: string | null;
}

/** ClientContactPayload in the schema. */
export const ClientContactPayload = payloadTypeOf(ClientContact, 'contact');

@InputType({ description: 'How and when a client wishes to be written to; all of it is replaced.' })
export class ContactChoiceInput {
  @Field(() => ContactWay, { description: 'By which way.' })
  way!: ContactWay;

  @Field(() => MessageLanguageName, { description: 'In which language.' })
  language!: MessageLanguageName;

  @Field(() => Int, {
    nullable: true,
    description: 'Begin of her own part of the day, in minutes after midnight; null = the usual hours.',
  })
  fromMinute?: number | null;

  @Field(() => Int, { nullable: true, description: 'Its end, not included, later than the begin.' })
  toMinute?: number | null;

  @Field(() => Boolean, { description: 'True for messages on days off as well.' })
  onDaysOff!: boolean;
}

@ObjectType({ description: 'A message to the reader, as it stands in the application.' })
export class MyMessage {
  @Field(() => ID, { description: 'Id.' })
  id!: string;

  @Field(() => ClientMessageKind, { description: 'What it tells.' })
  kind!: ClientMessageKind;

  @Field(() => String, { nullable: true, description: 'Who looks after her; null = the office.' })
  caseworkerName!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it came.' })
  createdAt!: Date;
}
