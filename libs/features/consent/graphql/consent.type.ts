import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConsentPurpose, DisclosedGroup, EvidenceKind, FieldGroup, WithdrawalWay } from '#domain/consent/consent-codes';
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

registerEnumType(DisclosedGroup, {
  name: 'DisclosedGroup',
  description: 'Fields that somebody can have looked at together.',
  valuesMap: {
    PROFILE: { description: 'Skills, certificates asked for, availability, commute band.' },
    IDENTITY: { description: 'Name and phone number.' },
    WORK_NEEDS: { description: 'What a workplace would have to arrange.' },
    CONTACT: { description: 'When and how to be in contact.' },
    PAY: { description: 'Pay.' },
    ELIGIBILITY: { description: 'Whether the programme is open to her; only inside the office.' },
    CASE_NOTES: { description: 'Contacts and notes; only inside the office.' },
    IDENTITY_NUMBER: { description: 'The number of her identity card, shown whole; only inside the office.' },
    AID: { description: 'What she asked other offices for; only inside the office.' },
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

registerEnumType(EvidenceKind, {
  name: 'EvidenceKind',
  description: 'How a recorded consent is proven.',
  valuesMap: {
    SIGNED_PAPER: { description: 'She read and signed the paper.' },
    READ_ALOUD: { description: 'It was read aloud to her before a named witness.' },
  },
});

registerEnumType(WithdrawalWay, {
  name: 'WithdrawalWay',
  description: 'How a consent was taken back.',
  valuesMap: {
    ON_PHONE: { description: 'By herself, on her phone.' },
    IN_PERSON: { description: 'She said so in person.' },
    BY_CALL: { description: 'She said so in a call.' },
    IN_WRITING: { description: 'In writing; the paper is kept.' },
    REVIEW: { description: 'A supervisor found that the paper does not carry it.' },
  },
});

registerEnumType(DisclosureBasis, {
  name: 'DisclosureBasis',
  description: 'What a look at somebody’s data rested on.',
  valuesMap: {
    CONSENT: { description: 'A consent of hers.' },
    CONTRACT: { description: 'Her contract with this employer.' },
    CASE_WORK: { description: 'The work of her own office.' },
    BREAK_GLASS: { description: 'A reason of that day, reviewed by a second person.' },
    COURSE: { description: 'Her seat in a course.' },
  },
});

@ObjectType({ description: 'A sentence in both languages of the interface.' })
export class TwoLanguages {
  @Field(() => String, { description: 'In simplified Chinese.' })
  chinese!: string;

  @Field(() => String, { description: 'In English.' })
  english!: string;
}

@ObjectType({ description: 'What is agreed to, in plain words; the names in braces are filled in by the screen.' })
export class ConsentText {
  @Field(() => String, { description: 'Version; a new meaning is a new version.' })
  version!: string;

  @Field(() => TwoLanguages, { description: 'What is given, to whom and what for; with {recipient}.' })
  asks!: TwoLanguages;

  @Field(() => TwoLanguages, { description: 'What happens on a no.' })
  onNo!: TwoLanguages;

  @Field(() => TwoLanguages, { description: 'How it ends; with {until}.' })
  ends!: TwoLanguages;
}

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

  /** For the field `recipient`. */
  recipientId!: string;

  /** For the field `text`. */
  textVersion!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Who recorded it from a paper; null where she gave it herself.',
  })
  recordedByName!: string | null;

  @Field(() => EvidenceKind, { nullable: true, description: 'How it is proven; null where she gave it herself.' })
  evidenceKind!: EvidenceKind | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When she had seen what was recorded for her; null before that.',
  })
  seenByClientAt!: Date | null;

  @Field(() => WithdrawalWay, { nullable: true, description: 'How it was taken back; null where it was not.' })
  withdrawalWay!: WithdrawalWay | null;
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

  @Field(() => DisclosureBasis, { description: 'What it rested on.' })
  basis!: DisclosureBasis;

  @Field(() => ConsentPurpose, {
    nullable: true,
    description: 'What the consent was for; null where it rested on none.',
  })
  purpose!: ConsentPurpose | null;

  @Field(() => DisclosedGroup, { description: 'Which fields.' })
  fieldGroup!: DisclosedGroup;

  @Field(() => DateScalar, { description: 'Day.' })
  day!: string;

  @Field(() => DateTimeScalar, { description: 'First time that day.' })
  firstAt!: Date;

  @Field(() => DateTimeScalar, { description: 'Last time that day.' })
  lastAt!: Date;

  @Field(() => Int, { description: 'How often that day.' })
  count!: number;
}
