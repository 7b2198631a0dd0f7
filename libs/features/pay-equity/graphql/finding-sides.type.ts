import { Field, ID, ObjectType } from '@nestjs/graphql';
import { PayFindingStatus } from '#domain/pay-equity/finding-lifecycle';
import { ConsentAnswer, EnterpriseResponse, FindingAct } from '#domain/pay-equity/finding-steps';
import { PayRuleCode, Severity } from '#domain/pay-equity/pay-codes';
import { Money } from '#platform/graphql/money.type';
import { payloadTypeOf } from '#platform/graphql/payload';
import { DateScalar, DateTimeScalar } from '#platform/graphql/scalars';
import { Figure } from '#platform/graphql/user-error';
import { AppealSide, FindingLabel } from './finding-steps.type';

@ObjectType({ description: 'A finding as the enterprise reads it, while the employee’s consent to name it lives.' })
export class EnterprisePayFinding {
  @Field(() => ID, { description: 'Id.' })
  id!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The employee’s name; null where it is not open to the enterprise.',
  })
  employeeName!: string | null;

  @Field(() => String, { nullable: true, description: 'Number in the enterprise’s own payroll; null where unknown.' })
  employeeNumber!: string | null;

  @Field(() => String, { description: 'Month YYYY-MM.' })
  period!: string;

  @Field(() => PayRuleCode, { description: 'Which rule.' })
  ruleCode!: PayRuleCode;

  @Field(() => Severity, { description: 'How pressing it is.' })
  severity!: Severity;

  @Field(() => FindingLabel, { description: 'The word for it.' })
  label!: FindingLabel;

  @Field(() => PayFindingStatus, { description: 'Where it stands.' })
  status!: PayFindingStatus;

  @Field(() => Money, { description: 'What may be missing.' })
  shortfall!: Money;

  @Field(() => [Figure], { description: 'The figures behind it.' })
  figures!: Figure[];

  @Field(() => DateTimeScalar, { description: 'When the enterprise was told.' })
  notifiedAt!: Date;

  @Field(() => DateScalar, { nullable: true, description: 'The last day of the present step.' })
  dueOn!: string | null;

  @Field(() => EnterpriseResponse, { nullable: true, description: 'What was answered; null before.' })
  response!: EnterpriseResponse | null;

  @Field(() => String, { nullable: true, description: 'The reason as a code; null where it was accepted.' })
  responseReason!: string | null;

  @Field(() => Boolean, { description: 'True where a paper came with the answer.' })
  hasEvidence!: boolean;

  @Field(() => Money, { nullable: true, description: 'Back-pay seen in later payroll; null before.' })
  paid!: Money | null;

  @Field(() => DateScalar, { nullable: true, description: 'The last day for an appeal; null where there is none.' })
  appealUntil!: string | null;

  @Field(() => AppealSide, { nullable: true, description: 'Who asked for a second look; null where nobody did.' })
  appealedBy!: AppealSide | null;

  @Field(() => [FindingAct], { description: 'What the enterprise can do with it now.' })
  acts!: FindingAct[];
}

/** EnterprisePayFindingPayload in the schema. */
export const EnterprisePayFindingPayload = payloadTypeOf(EnterprisePayFinding, 'enterprisePayFinding');

@ObjectType({ description: 'Something about one’s own pay that is being looked into, in plain words.' })
export class MyPayFinding {
  @Field(() => ID, { description: 'Id.' })
  id!: string;

  @Field(() => String, { description: 'Month YYYY-MM.' })
  period!: string;

  @Field(() => PayRuleCode, { description: 'Which rule.' })
  ruleCode!: PayRuleCode;

  @Field(() => PayFindingStatus, { description: 'Where it stands.' })
  status!: PayFindingStatus;

  @Field(() => Money, { description: 'What may be missing.' })
  shortfall!: Money;

  @Field(() => String, { description: 'The employer’s name.' })
  enterpriseName!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day of the present step; null where nothing is due.',
  })
  dueOn!: string | null;

  @Field(() => ConsentAnswer, { nullable: true, description: 'What one said to sending it; null before.' })
  consentAnswer!: ConsentAnswer | null;

  @Field(() => String, {
    nullable: true,
    description: 'To whom it would be handed on; null where nobody asks.',
  })
  referralName!: string | null;

  @Field(() => Money, { nullable: true, description: 'Back-pay that came; null before.' })
  paid!: Money | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day for asking for a second look; null where none.',
  })
  appealUntil!: string | null;

  @Field(() => [FindingAct], { description: 'What one can do with it now.' })
  acts!: FindingAct[];
}

/** MyPayFindingPayload in the schema. */
export const MyPayFindingPayload = payloadTypeOf(MyPayFinding, 'myPayFinding');
