import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConsentPurpose, FieldGroup } from '#domain/consent/consent-codes';
import { ConsentStatus } from '#domain/consent/consent-lifecycle';
import { payloadTypeOf } from '#platform/graphql/payload';
import { DateScalar, DateTimeScalar } from '#platform/graphql/scalars';
import { DisclosureBasis } from '../disclosure.entity';

registerEnumType(ConsentPurpose, {
  name: 'ConsentPurpose',
  description: 'What a consent is for.',
  valuesMap: {
    SHARE_PROFILE: { description: 'To be put forward to an enterprise.' },
    SHARE_IDENTITY: { description: 'To be known by name to an enterprise.' },
    MENTOR_SHARE: { description: 'To be in contact with a chosen contact person.' },
    EMPLOYER_VERIFY: { description: 'To ask the employer one fact about work.' },
    PAYROLL_CHECK: { description: 'To check pay.' },
    FINDING_NAMED: { description: 'To raise a pay question by name.' },
    SUBSIDY_CLAIM: { description: 'To claim a subsidy.' },
    TRAINER_SHARE: { description: 'To tell a trainer what a course needs.' },
    COUNSELLING_REFERRAL: { description: 'To book counselling.' },
  },
});

registerEnumType(FieldGroup, {
  name: 'FieldGroup',
  description: 'Fields that are shown together.',
  valuesMap: {
    PROFILE: { description: 'Skills, certificates asked for, availability, commute band.' },
    IDENTITY: { description: 'Name and phone number.' },
    WORK_NEEDS: { description: 'What a workplace would have to arrange.' },
    CONTACT: { description: 'When and how to be in contact.' },
    PAY: { description: 'Pay.' },
  },
});

registerEnumType(ConsentStatus, {
  name: 'ConsentStatus',
  description: 'Whether a consent holds.',
  valuesMap: {
    ACTIVE: { description: 'It holds.' },
    REVOKED: { description: 'Withdrawn.' },
    EXPIRED: { description: 'Its time is over.' },
  },
});

registerEnumType(DisclosureBasis, {
  name: 'DisclosureBasis',
  description: 'On what a disclosure rests.',
  valuesMap: {
    CONSENT: { description: 'A consent of the client.' },
    CONTRACT: { description: 'The contract between the client and her employer.' },
    CASE_WORK: { description: 'Supervision of the office’s own work.' },
    BREAK_GLASS: { description: 'A file opened once for a reason; another person reviews it.' },
  },
});

@ObjectType({ description: 'A consent: one recipient, one purpose, some fields, some time.' })
export class ConsentGrant {
  @Field(() => ID, { description: 'Id.' })
  id!: string;

  /** For the field `client`. */
  clientId!: string;

  @Field(() => Int, { description: 'Version; grows with each change.' })
  version!: number;

  @Field(() => String, { description: 'Who may see something.' })
  recipientName!: string;

  @Field(() => ConsentPurpose, { description: 'What for.' })
  purpose!: ConsentPurpose;

  @Field(() => [FieldGroup], { description: 'Which fields.' })
  fieldGroups!: FieldGroup[];

  @Field(() => DateScalar, { description: 'First day.' })
  validFrom!: string;

  @Field(() => DateScalar, { description: 'Last day; it stops by itself.' })
  validTo!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was withdrawn; null where it was not.' })
  revokedAt!: Date | null;

  @Field(() => ConsentStatus, { description: 'Whether it holds.' })
  status!: ConsentStatus;
}

/** ConsentGrantPayload in the schema. */
export const ConsentGrantPayload = payloadTypeOf(ConsentGrant, 'consentGrant');

@ObjectType({ description: 'Who looked at what: one row per reader, kind of fields and day.' })
export class Disclosure {
  @Field(() => ID, { description: 'Id.' })
  id!: string;

  @Field(() => String, { description: 'Organisation of the reader.' })
  recipientName!: string;

  @Field(() => String, { description: 'Name of the reader.' })
  readerName!: string;

  @Field(() => DisclosureBasis, { description: 'On what it rests.' })
  basis!: DisclosureBasis;

  @Field(() => FieldGroup, { description: 'Which fields.' })
  fieldGroup!: FieldGroup;

  @Field(() => DateScalar, { description: 'Day.' })
  day!: string;

  @Field(() => DateTimeScalar, { description: 'First time that day.' })
  firstAt!: Date;

  @Field(() => DateTimeScalar, { description: 'Last time that day.' })
  lastAt!: Date;

  @Field(() => Int, { description: 'How often that day.' })
  count!: number;
}
