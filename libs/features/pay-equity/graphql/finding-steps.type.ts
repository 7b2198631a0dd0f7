import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ACCEPTED_REASONS, NEVER_ACCEPTED_REASONS } from '#domain/pay-equity/answer-reasons';
import { PayFindingStatus } from '#domain/pay-equity/finding-lifecycle';
import {
  ConsentAnswer,
  DISMISSAL_REASONS,
  DISPUTE_REASONS,
  EnterpriseResponse,
  FindingAct,
  FindingDecision,
} from '#domain/pay-equity/finding-steps';
import { DateScalar, DateTimeScalar } from '#platform/graphql/scalars';

const byName = <T extends string>(names: readonly T[]): Readonly<Record<T, T>> =>
  Object.fromEntries(names.map((name) => [name, name])) as Record<T, T>;

export const FindingLabel = byName(['TO_VERIFY', 'CONFIRMED', 'NOT_AS_AGREED']);
export type FindingLabel = keyof typeof FindingLabel;
export const ReferralAnswer = byName(['ASKED', 'GIVEN', 'DECLINED']);
export type ReferralAnswer = keyof typeof ReferralAnswer;
export const AppealSide = byName(['CLIENT', 'ENTERPRISE']);
export type AppealSide = keyof typeof AppealSide;
export const FindingDismissal = byName(DISMISSAL_REASONS);
export type FindingDismissal = keyof typeof FindingDismissal;
export const AnswerReason = byName([...ACCEPTED_REASONS, ...DISPUTE_REASONS, ...NEVER_ACCEPTED_REASONS]);
export type AnswerReason = keyof typeof AnswerReason;

registerEnumType(FindingLabel, {
  name: 'FindingLabel',
  description: 'The word for a finding.',
  valuesMap: {
    TO_VERIFY: { description: 'Rests on the law, and nobody has confirmed it.' },
    CONFIRMED: { description: 'Rests on the law, and a person confirmed it.' },
    NOT_AS_AGREED: { description: 'Rests on an agreement.' },
  },
});
registerEnumType(ReferralAnswer, {
  name: 'ReferralAnswer',
  description: 'How the question about handing a finding on stands.',
  valuesMap: {
    ASKED: { description: 'The client was asked.' },
    GIVEN: { description: 'She agreed.' },
    DECLINED: { description: 'She did not; it is not handed on.' },
  },
});
registerEnumType(AppealSide, {
  name: 'AppealSide',
  description: 'Who asked for a second look.',
  valuesMap: { CLIENT: { description: 'The client.' }, ENTERPRISE: { description: 'The enterprise.' } },
});
registerEnumType(FindingDismissal, {
  name: 'FindingDismissal',
  description: 'Why a finding is set aside at first sight.',
  valuesMap: {
    DATA_ERROR: { description: 'The declared figures were mistaken.' },
    ALREADY_SETTLED: { description: 'It was settled before.' },
    RULE_NOT_APPLICABLE: { description: 'The rule does not concern this work.' },
    CLIENT_CONFIRMS_PAY: { description: 'The client says that it was paid.' },
  },
});
registerEnumType(AnswerReason, {
  name: 'AnswerReason',
  description: 'Why an enterprise explains or disputes a finding.',
  valuesMap: {
    TENURE: { description: 'Explains: length of service by the pay rules.' },
    SKILL_CERT: { description: 'Explains: a certificate by the pay rules.' },
    DOCUMENTED_PERFORMANCE: { description: 'Explains: results that were measured and put down.' },
    SHIFT: { description: 'Explains: another shift.' },
    HOURS_ERROR: { description: 'Explains: hours were put down wrongly.' },
    PAYROLL_TIMING: { description: 'Explains: paid with another month.' },
    LAWFUL_DEDUCTION: { description: 'Explains: a deduction that the law allows.' },
    PROBATION: { description: 'Explains: probation within its limits.' },
    FIGURES_WRONG: { description: 'Disputes: the figures are wrong.' },
    ALREADY_PAID: { description: 'Disputes: it has been paid.' },
    NOT_DUE: { description: 'Disputes: it is not owed.' },
    PERSON: { description: 'Never taken: something about the person that is not the work.' },
    DISPATCH_STATUS: { description: 'Never taken: being dispatched.' },
    PROGRAMME_WAGE: { description: 'Never taken: a wage of a programme.' },
    SUBSIDY_RECEIVED: { description: 'Never taken: a subsidy that was received.' },
  },
});
registerEnumType(ConsentAnswer, {
  name: 'FindingConsent',
  description: 'What a client said to sending a finding.',
  valuesMap: {
    GIVEN: { description: 'Yes.' },
    DECLINED: { description: 'No: it is not sent.' },
    LAPSED: { description: 'No answer in five working days: it is not sent.' },
    WITHDRAWN: { description: 'Yes, and taken back since.' },
  },
});
registerEnumType(EnterpriseResponse, {
  name: 'EnterpriseResponse',
  description: 'What an enterprise answers to a finding.',
  valuesMap: {
    ACCEPTED: { description: 'It will pay.' },
    EXPLAINED: { description: 'There is a reason, with a paper.' },
    DISPUTED: { description: 'It sees it otherwise.' },
  },
});
registerEnumType(FindingDecision, {
  name: 'FindingDecision',
  description: 'What is made of a finding.',
  valuesMap: {
    REMEDY: { description: 'Confirmed: it is to be put right.' },
    EXPLAINED: { description: 'Explained.' },
    FALSE_POSITIVE: { description: 'The figures were mistaken.' },
    ESCALATE: { description: 'A supervisor decides.' },
  },
});
registerEnumType(FindingAct, {
  name: 'FindingAct',
  description: 'What the reader can do with a finding now.',
  valuesMap: {
    DISMISS: { description: 'Set it aside.' },
    ASK_CLIENT: { description: 'Ask the client whether it may be sent.' },
    REVIEW: { description: 'Weigh the answer.' },
    CONFIRM_PUT_RIGHT: { description: 'Say that it was put right, where no amount is owed.' },
    DECIDE: { description: 'Decide what was escalated.' },
    ASK_REFERRAL: { description: 'Ask the client whether it may be handed on.' },
    REFER: { description: 'Hand it on.' },
    CLOSE: { description: 'Close what was handed on.' },
    ANSWER_CONSENT: { description: 'Say whether it may be sent.' },
    ANSWER_REFERRAL: { description: 'Say whether it may be handed on.' },
    ANSWER: { description: 'Answer it.' },
    APPEAL: { description: 'Ask for a second look.' },
  },
});

@ObjectType({ description: 'One step in the history of a finding; never changed.' })
export class PayFindingEvent {
  @Field(() => ID, { description: 'Id.' })
  id!: string;

  @Field(() => PayFindingStatus, { description: 'Where it led.' })
  toStatus!: PayFindingStatus;

  @Field(() => String, { nullable: true, description: 'Why, as a code; null where the step says it all.' })
  reason!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Who took it, by name; null for a job or an enterprise’s member.',
  })
  byName!: string | null;

  @Field(() => String, { nullable: true, description: 'In which role; SYSTEM for a job.' })
  byRole!: string | null;

  @Field(() => DateTimeScalar, { description: 'When.' })
  occurredAt!: Date;
}

@ObjectType({ description: 'Limits of the law for claims from a finding.' })
export class LegalLimits {
  @Field(() => DateScalar, { description: 'Last day on which the inspection takes it up: two years.' })
  inspectionOn!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day for arbitration; null while it does not run: unpaid wages during the employment.',
  })
  arbitrationOn!: string | null;

  @Field(() => Boolean, { description: 'True from 90 days before the nearer of them.' })
  isNear!: boolean;
}

@InputType({ description: 'An enterprise’s answer.' })
export class PayFindingAnswerInput {
  @Field(() => EnterpriseResponse, { description: 'What it answers.' })
  response!: EnterpriseResponse;

  @Field(() => AnswerReason, { nullable: true, description: 'Why; left out where it accepts.' })
  reason?: AnswerReason | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Id of an uploaded paper (PDF, PNG, JPEG); needed where it explains.',
  })
  evidenceFileId?: string | null;
}
