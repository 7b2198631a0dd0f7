import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { AidKind, AidOffice, AidTurn } from '#domain/aid/aid-codes';
import { AidStatus } from '#domain/aid/aid-lifecycle';
import { AidAnswer } from '#domain/aid/aid-steps';
import { payloadTypeOf } from '#platform/graphql/payload';
import { DateScalar } from '#platform/graphql/scalars';

registerEnumType(AidKind, {
  name: 'AidKind',
  description: 'What a client asks another office for; never why.',
  valuesMap: {
    MINIMUM_LIVING_ALLOWANCE: { description: 'The minimum living allowance.' },
    TEMPORARY_RELIEF: { description: 'Temporary relief.' },
    MEDICAL_INSURANCE: { description: 'Help with joining the basic medical insurance.' },
    SOCIAL_INSURANCE: { description: 'Help with joining social insurance.' },
    HOUSING: { description: 'Housing.' },
    LEGAL_AID: { description: 'Legal aid.' },
  },
});

registerEnumType(AidOffice, {
  name: 'AidOffice',
  description: 'The office outside that has a request.',
  valuesMap: {
    CIVIL_AFFAIRS: { description: 'Civil affairs.' },
    MEDICAL_INSURANCE_OFFICE: { description: 'The medical insurance office.' },
    SOCIAL_INSURANCE_OFFICE: { description: 'The social insurance office.' },
    HOUSING_OFFICE: { description: 'The housing office.' },
    LEGAL_AID_CENTRE: { description: 'The legal aid centre.' },
    TOWNSHIP_SERVICE_HALL: { description: 'The service hall of her town or township.' },
  },
});

registerEnumType(AidStatus, {
  name: 'AidStatus',
  description: 'How far an aid request is.',
  valuesMap: {
    NOTED: { description: 'Noted; not yet taken to an office.' },
    REFERRED: { description: 'Taken to an office, which has not answered.' },
    GRANTED: { description: 'Granted.' },
    NOT_GRANTED: { description: 'Not granted; may be taken to an office again.' },
    WITHDRAWN: { description: 'She wants it no longer.' },
  },
});

registerEnumType(AidAnswer, {
  name: 'AidAnswer',
  description: 'How a request is settled.',
  valuesMap: {
    GRANTED: { description: 'The office granted it.' },
    NOT_GRANTED: { description: 'The office did not grant it.' },
    WITHDRAWN: { description: 'She wants it no longer.' },
  },
});

registerEnumType(AidTurn, {
  name: 'AidTurn',
  description: 'Whose turn it is with a request.',
  valuesMap: {
    CASEWORKER: { description: 'The caseworker’s: to take it to an office, or to look again.' },
    OFFICE: { description: 'The office’s: to answer.' },
    NOBODY: { description: 'Nobody’s: it is settled.' },
  },
});

@ObjectType({
  description:
    'Help that a client asks another office for: kind, state and days, nothing more. Kept by her caseworker, read by herself and, logged, by her team’s supervisor.',
})
export class AidRequest {
  @Field(() => ID, { description: 'Id.' })
  id!: string;

  @Field(() => Int, { description: 'Version for `expectedVersion`; grows with each change.' })
  version!: number;

  /** Whose it is; shown as an object. */
  clientId!: string;

  @Field(() => AidKind, { description: 'What she asks for.' })
  kind!: AidKind;

  @Field(() => AidStatus, { description: 'How far it is.' })
  status!: AidStatus;

  @Field(() => DateScalar, { description: 'When it was noted.' })
  notedOn!: string;

  @Field(() => AidOffice, {
    nullable: true,
    description: 'The office that has it; null where it was taken to none yet.',
  })
  referredTo!: AidOffice | null;

  @Field(() => DateScalar, { nullable: true, description: 'When it was taken there last; null where it was not.' })
  referredOn!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'When it was settled; null while it is open.' })
  settledOn!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'When the caseworker looks again; null once it is settled.' })
  nextLookOn!: string | null;

  @Field(() => Boolean, { description: 'True when the day of the next look has come.' })
  isLookDue!: boolean;

  @Field(() => AidTurn, { description: 'Whose turn it is today.' })
  turn!: AidTurn;

  @Field(() => [AidStatus], { description: 'States that it may go to next.' })
  mayBecome!: readonly AidStatus[];
}

export const AidRequestPayload = payloadTypeOf(AidRequest, 'aidRequest');
