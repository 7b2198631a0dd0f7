import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { AppealSide, FindingLabel, ReferralAnswer } from './finding-steps.type';
import { ConsentAnswer, EnterpriseResponse } from '#domain/pay-equity/finding-steps';
import { PayFindingStatus } from '#domain/pay-equity/finding-lifecycle';
import { EvidenceGrade, FindingClass, PayRuleCode, PayVerdict, Severity } from '#domain/pay-equity/pay-codes';
import { loggedAs } from '#features/clients';
import { connectionTypeOf } from '#platform/graphql/connection';
import { Money } from '#platform/graphql/money.type';
import { DateScalar, DateTimeScalar } from '#platform/graphql/scalars';
import { payloadTypeOf } from '#platform/graphql/payload';
import { Figure } from '#platform/graphql/user-error';

registerEnumType(PayRuleCode, {
  name: 'PayRuleCode',
  description: 'Which rule a finding rests on.',
  valuesMap: {
    MIN_WAGE: { description: 'Pay against the minimum wage of the place.' },
    CONTRACT_WAGE: { description: 'Pay against the contract.' },
    POSTED_WAGE: { description: 'The contract against the pay that the slot was published with.' },
    PROBATION_FLOOR: { description: 'Pay on probation against its least.' },
    PROBATION_LENGTH: { description: 'The length of probation against the longest allowed.' },
    OVERTIME_PAY: { description: 'Overtime pay against hours and rates.' },
    OVERTIME_HOURS: { description: 'Overtime against 36 hours a month.' },
    LATE_PAYMENT: { description: 'The day of payment against the agreed one.' },
    PART_TIME_CYCLE: { description: 'Part-time pay at most every 15 days.' },
    NO_CONTRACT: { description: 'A written contract within a month.' },
    SOCIAL_INSURANCE: { description: 'Registration for social insurance within 30 days.' },
    DEDUCTION: { description: 'Deductions for damage against their limit.' },
    EQUAL_ALLOWANCE: { description: 'An allowance that colleagues in the same work receive.' },
    COMPARATOR_GAP: { description: 'Pay against colleagues in the same work.' },
  },
});

registerEnumType(PayFindingStatus, {
  name: 'PayFindingStatus',
  description: 'Where a finding stands.',
  valuesMap: {
    DETECTED: { description: 'Computed; nobody has looked at it.' },
    TRIAGE: { description: 'The caseworker is looking at it.' },
    AWAITING_CLIENT_CONSENT: { description: 'The person decides whether it may be sent.' },
    NOTIFIED: { description: 'The enterprise was told.' },
    RESPONDED: { description: 'The enterprise answered.' },
    NO_RESPONSE: { description: 'The enterprise did not answer in time.' },
    UNDER_REVIEW: { description: 'The caseworker weighs the answer.' },
    REMEDY_PENDING: { description: 'Back-pay is expected.' },
    RESOLVED_PAID: { description: 'Back-pay was seen in the payroll.' },
    RESOLVED_EXPLAINED: { description: 'Explained.' },
    DISMISSED: { description: 'Looked at and set aside.' },
    DISMISSED_FALSE_POSITIVE: { description: 'The figures were mistaken.' },
    ESCALATED: { description: 'With a supervisor.' },
    REFERRED: { description: 'With the authority, or help towards arbitration.' },
    CLOSED: { description: 'Closed.' },
    SUPERSEDED: { description: 'Computed anew from changed figures.' },
  },
});

registerEnumType(PayVerdict, {
  name: 'PayVerdict',
  description: 'What a month’s pay check comes to.',
  valuesMap: {
    COMPLIANT: { description: 'As it should be.' },
    REVIEW: { description: 'A person should look.' },
    VIOLATION: { description: 'A rule shows a shortfall; to be verified until a person has confirmed it.' },
    DISPARITY_INDICATED: { description: 'Below colleagues in the same work.' },
    SEGREGATED_POST: { description: 'Half of the post or more are clients: a supervisor compares.' },
    INSUFFICIENT_DATA: { description: 'Too little data to say.' },
  },
});

registerEnumType(Severity, {
  name: 'Severity',
  description: 'How pressing a finding is.',
  valuesMap: {
    CRITICAL: { description: 'Critical.' },
    MAJOR: { description: 'Major.' },
    MODERATE: { description: 'Moderate.' },
    INFO: { description: 'For information.' },
  },
});

registerEnumType(FindingClass, {
  name: 'FindingClass',
  description: 'What a finding rests on.',
  valuesMap: {
    STATUTORY: { description: 'The law.' },
    AGREEMENT: { description: 'What was published or agreed.' },
  },
});

registerEnumType(EvidenceGrade, {
  name: 'EvidenceGrade',
  description: 'How firmly the figures show a gap.',
  valuesMap: {
    STRONG: { description: 'Firmly.' },
    MODERATE: { description: 'Fairly.' },
    WEAK: { description: 'Weakly: a question, never sent to the enterprise.' },
  },
});

@ObjectType({
  description:
    'One thing about a client’s pay that somebody has to look at. Read by her caseworker and by supervisors.',
})
export class PayFinding {
  @Field(() => ID, { description: 'Id.' })
  id!: string;

  /** For the field `client`. */
  clientId!: string;

  /** For the field `enterprise`. */
  organisationId!: string;

  @Field(() => Int, { description: 'Version; grows with each change.' })
  version!: number;

  @Field(() => String, { description: 'Month YYYY-MM.' })
  period!: string;

  @Field(() => PayRuleCode, { description: 'Which rule.' })
  ruleCode!: PayRuleCode;

  @Field(() => PayFindingStatus, { description: 'Where it stands.' })
  status!: PayFindingStatus;

  @Field(() => PayVerdict, { description: 'What the month’s check came to.' })
  verdict!: PayVerdict;

  @Field(() => Severity, { description: 'How pressing it is.' })
  severity!: Severity;

  @Field(() => FindingClass, { description: 'What it rests on.' })
  findingClass!: FindingClass;

  @Field(() => Money, {
    description: 'What is missing; beside colleagues rounded to 50 yuan.',
    middleware: [loggedAs('PAY')],
  })
  shortfall!: Money;

  @Field(() => [Figure], {
    middleware: [loggedAs('PAY')],
    description:
      'The figures behind it, such as countedFen and minimumFen; medians rounded, shown from five colleagues on.',
  })
  figures!: Figure[];

  @Field(() => EvidenceGrade, { nullable: true, description: 'How firmly a gap to colleagues shows; null for a rule.' })
  evidence!: EvidenceGrade | null;

  @Field(() => DateTimeScalar, { description: 'When it was computed.' })
  detectedAt!: Date;

  /** For the fields of what can be done next. */
  shortfallFen!: number;
  mayDecide!: boolean;
  employmentEndedOn!: string | null;
  referralOrganisationId!: string | null;

  @Field(() => FindingLabel, { description: 'The word for it: to verify until a person confirmed it.' })
  label!: FindingLabel;

  @Field(() => Int, {
    nullable: true,
    description: 'Colleagues in the same work that it could be compared with; null where none were looked at.',
  })
  comparatorCount!: number | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day of the present step; null where nothing is due.',
  })
  dueOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Why the latest step was taken, as a code.' })
  stepReason!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the enterprise was told; null before.' })
  notifiedAt!: Date | null;

  @Field(() => DateScalar, { nullable: true, description: 'The last day for the enterprise’s answer; null before.' })
  respondBy!: string | null;

  @Field(() => ConsentAnswer, { nullable: true, description: 'What the client said to sending it; null before.' })
  consentAnswer!: ConsentAnswer | null;

  @Field(() => EnterpriseResponse, { nullable: true, description: 'What the enterprise answered; null before.' })
  response!: EnterpriseResponse | null;

  @Field(() => String, { nullable: true, description: 'Its reason as a code; null where it accepted.' })
  responseReason!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it answered; null before.' })
  respondedAt!: Date | null;

  @Field(() => Boolean, { description: 'True where a paper came with the answer: GET /pay-findings/{id}/evidence.' })
  hasEvidence!: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When a person confirmed it; null before.' })
  confirmedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it went to a supervisor; null where it did not.' })
  escalatedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it came to a result; null before.' })
  resolvedAt!: Date | null;

  @Field(() => Money, { nullable: true, description: 'Back-pay seen in later payroll lines; null before.' })
  paid!: Money | null;

  @Field(() => ReferralAnswer, { nullable: true, description: 'What the client said to handing it on; null before.' })
  referralAnswer!: ReferralAnswer | null;

  @Field(() => DateScalar, { nullable: true, description: 'The last day for an appeal; null where there is none.' })
  appealUntil!: string | null;

  @Field(() => AppealSide, { nullable: true, description: 'Who asked for a second look; null where nobody did.' })
  appealedBy!: AppealSide | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When a dismissal or a pay cut within 90 days of the notification was seen; null where none was.',
  })
  retaliationNotedAt!: Date | null;
}

/** PayFindingPayload in the schema. */
export const PayFindingPayload = payloadTypeOf(PayFinding, 'payFinding');

/** PayFindingConnection in the schema. */
export const PayFindingConnection = connectionTypeOf(PayFinding);
