import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { EntryStatus } from '#domain/clients/entry-lifecycle';
import { FileAccess } from '#domain/common/caseload';
import { Shift } from '#domain/positions/position-codes';
import { Occupation, Skill, Township } from '#features/parameters';
import { connectionTypeOf } from '#platform/graphql/connection';
import { Money } from '#platform/graphql/money.type';
import { payloadTypeOf } from '#platform/graphql/payload';
import { DateScalar } from '#platform/graphql/scalars';
import { loggedAs } from '../shown-fields';

registerEnumType(EntryStatus, {
  name: 'EntryStatus',
  description: 'Whether the person is being served at present.',
  valuesMap: {
    ACTIVE: { description: 'Being served.' },
    PAUSED: { description: 'Paused for a while.' },
    CLOSED: { description: 'Ended; may be taken up again.' },
  },
});

registerEnumType(FileAccess, {
  name: 'FileAccess',
  description: 'How a reader comes to see a client’s file.',
  valuesMap: {
    OWN: { description: 'The client is in the reader’s own caseload.' },
    DEPUTY: { description: 'The reader stands in for the client’s caseworker today.' },
    TEAM: { description: 'The reader supervises the client’s caseworker; each opening is noted.' },
    BREAK_GLASS: { description: 'Opened once for a reason, read-only, noted and reviewed.' },
    SELF: { description: 'It is the reader’s own file.' },
  },
});

@ObjectType({ description: 'A certificate that a client holds.' })
export class ClientCertificate {
  @Field(() => String, { description: 'Code of the certificate.' })
  code!: string;

  @Field(() => String, { description: 'Name of the certificate.' })
  name!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Last day of validity; null where it does not run out.' })
  validTo!: string | null;
}

@ObjectType({
  description: 'A person who is looking for work or placed. Read by her caseworker, her team’s supervisor and herself.',
})
export class Client {
  /** Not in the schema: the file was opened as a whole, and that is on record. */
  isNoted?: boolean;

  @Field(() => ID, { description: 'Id; no enterprise ever sees it.' })
  id!: string;

  @Field(() => Int, { description: 'Version for `expectedVersion`; grows with each change.' })
  version!: number;

  @Field(() => String, { description: 'File number used by the office, such as 2026-0418.' })
  fileNumber!: string;

  @Field(() => String, { description: 'Name.', middleware: [loggedAs('IDENTITY')] })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Phone number; null where none is known.',
    middleware: [loggedAs('CONTACT')],
  })
  phone!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Year of birth; null where unknown.',
    middleware: [loggedAs('PROFILE')],
  })
  birthYear!: number | null;

  @Field(() => Township, { description: 'Town or township where the person lives.', middleware: [loggedAs('PROFILE')] })
  township!: Township;

  @Field(() => String, { description: 'Highest education, code of GB/T 4658.', middleware: [loggedAs('PROFILE')] })
  educationCode!: string;

  @Field(() => [Skill], { description: 'Skills.', middleware: [loggedAs('PROFILE')] })
  skills!: Skill[];

  @Field(() => [ClientCertificate], {
    description: 'Certificates, also those that have run out.',
    middleware: [loggedAs('PROFILE')],
  })
  certificates!: ClientCertificate[];

  @Field(() => [Occupation], {
    description: 'Desired occupations, first wish first; at most three.',
    middleware: [loggedAs('PROFILE')],
  })
  desiredOccupations!: Occupation[];

  @Field(() => Money, {
    nullable: true,
    description: 'Least acceptable monthly pay; null where none is stated.',
    middleware: [loggedAs('PROFILE')],
  })
  minAcceptablePay!: Money | null;

  @Field(() => Int, { description: 'Hours a week that the person can work, 1..60.', middleware: [loggedAs('PROFILE')] })
  weeklyHoursAvailable!: number;

  @Field(() => [Shift], { description: 'Shifts that are not possible.', middleware: [loggedAs('PROFILE')] })
  shiftLimits!: Shift[];

  @Field(() => [Shift], {
    description: 'Shifts that are wished for; empty where all suit.',
    middleware: [loggedAs('PROFILE')],
  })
  wishedShifts!: Shift[];

  @Field(() => Int, { description: 'Longest way to work in minutes.', middleware: [loggedAs('PROFILE')] })
  travelLimitMinutes!: number;

  @Field(() => [String], {
    description: 'Neutral work-capacity codes, such as SEATED_WORK.',
    middleware: [loggedAs('PROFILE')],
  })
  capacityLimits!: string[];

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First possible day of work; null where at once.',
    middleware: [loggedAs('PROFILE')],
  })
  availableFrom!: string | null;

  @Field(() => Boolean, {
    description: 'True when the person objects to automated ranking: she is in no ranking and no batch.',
    middleware: [loggedAs('PROFILE')],
  })
  objectsToRanking!: boolean;

  @Field(() => String, { nullable: true, description: 'Name of the caseworker; null where none is assigned.' })
  caseworkerName!: string | null;

  @Field(() => EntryStatus, { description: 'Whether the person is being served at present.' })
  entryStatus!: EntryStatus;

  @Field(() => FileAccess, { description: 'How the reader comes to see this file.' })
  access!: FileAccess;
}

/** ClientConnection in the schema. */
export const ClientConnection = connectionTypeOf(Client);

/** ClientPayload in the schema. */
export const ClientPayload = payloadTypeOf(Client, 'client');
