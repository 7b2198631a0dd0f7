import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { RuleStatus } from '#domain/pay-equity/pay-codes';
import { connectionTypeOf } from '#platform/graphql/connection';
import { Money } from '#platform/graphql/money.type';
import { payloadTypeOf } from '#platform/graphql/payload';
import { Figure } from '#platform/graphql/user-error';

registerEnumType(RuleStatus, {
  name: 'PayRuleStatus',
  description: 'What a rule says of one line.',
  valuesMap: {
    PASS: { description: 'As it should be.' },
    FAIL: { description: 'Falls short; to be verified.' },
    REVIEW: { description: 'A person should look.' },
    INSUFFICIENT: { description: 'An input is missing.' },
    NOT_APPLICABLE: { description: 'The rule does not concern this employment.' },
  },
});

@ObjectType({ description: 'A column of the template for payrolls.' })
export class PayrollColumn {
  @Field(() => String, { description: 'Key of the column.' })
  key!: string;

  @Field(() => String, { description: 'Chinese header, as in the template.' })
  header!: string;

  @Field(() => Boolean, { description: 'True where no row may leave it empty.' })
  isRequired!: boolean;
}

@ObjectType({ description: 'One of an enterprise’s own columns, and which of ours it is.' })
export class PayrollMatchedColumn {
  @Field(() => String, { description: 'The enterprise’s own header.' })
  header!: string;

  @Field(() => String, { nullable: true, description: 'Key of our column; null where the column is left out.' })
  key!: string | null;
}

@ObjectType({ description: 'What an enterprise fills a payroll in by.' })
export class PayrollTemplate {
  @Field(() => ID, { description: 'Id of the enterprise.' })
  id!: string;

  @Field(() => [PayrollColumn], { description: 'All columns, in the order of the template.' })
  columns!: PayrollColumn[];

  @Field(() => [PayrollMatchedColumn], {
    description: 'How the enterprise’s own columns were matched the last time; empty before the first.',
  })
  matched!: PayrollMatchedColumn[];
}

/** PayrollTemplatePayload in the schema. */
export const PayrollTemplatePayload = payloadTypeOf(PayrollTemplate, 'payrollTemplate');

@InputType({ description: 'One of one’s own columns, and which of ours it is.' })
export class PayrollMatchedColumnInput {
  @Field(() => String, { description: 'Own header, up to 60 characters.' })
  header!: string;

  @Field(() => String, { nullable: true, description: 'Key of our column; absent or null leaves the column out.' })
  key?: string | null;
}

@ObjectType({ description: 'Why a file or a row would be refused.' })
export class PayrollTrialRefusal {
  @Field(() => String, { description: 'Code of the reason, as of an import.' })
  code!: string;

  @Field(() => [String], { description: 'Headers of the columns that it concerns.' })
  field!: string[];
}

@ObjectType({ description: 'What a rule says of a row that is not sent yet.' })
export class PayrollTrialRule {
  @Field(() => String, { description: 'Code of the rule: those of PayRuleCode, and DATA_QUALITY.' })
  code!: string;

  @Field(() => RuleStatus, { description: 'What it says.' })
  status!: RuleStatus;

  @Field(() => [Figure], { description: 'The figures behind it; amounts in fen under names that end in Fen.' })
  figures!: Figure[];
}

@ObjectType({ description: 'What the checks say of one row that is not sent yet.' })
export class PayrollTrialRow {
  @Field(() => Int, { description: 'Row of the text, the header being 1.' })
  rowNumber!: number;

  @Field(() => String, { nullable: true, description: 'The employee number; null where none may be shown.' })
  key!: string | null;

  @Field(() => [PayrollTrialRefusal], { description: 'Why an import would refuse it; empty where it would not.' })
  refusals!: PayrollTrialRefusal[];

  @Field(() => [PayrollTrialRule], {
    description: 'Every rule that can be answered from this line alone; none where the row would be refused.',
  })
  rules!: PayrollTrialRule[];
}

@ObjectType({ description: 'What the checks say of a payroll that is not sent yet; nothing of it is kept.' })
export class PayrollTrial {
  @Field(() => PayrollTrialRefusal, {
    nullable: true,
    description: 'Why the whole would be refused, with the codes of an import and its month; null where it would not.',
  })
  fileRefusal!: PayrollTrialRefusal | null;

  @Field(() => [String], { description: 'Headers that are not ours; their cells were dropped unread.' })
  unknownColumns!: string[];

  @Field(() => [PayrollTrialRow], { description: 'Every row, in order.' })
  rows!: PayrollTrialRow[];
}

@ObjectType({ description: 'A declared line of a month, as its own enterprise sees it.' })
export class PayrollLine {
  @Field(() => ID, { description: 'Id of the line.' })
  id!: string;

  @Field(() => String, { description: 'The enterprise’s own number or pseudonym of the employee.' })
  employeeNumber!: string;

  @Field(() => String, { description: 'Code of the post.' })
  jobCode!: string;

  @Field(() => Money, { description: 'Base pay.' })
  base!: Money;

  @Field(() => Int, { description: 'Number of the declaration in which it stands.' })
  revision!: number;

  @Field(() => Int, { description: 'How many earlier versions are kept.' })
  earlierVersions!: number;
}

/** PayrollLineConnection in the schema. */
export const PayrollLineConnection = connectionTypeOf(PayrollLine);

/** PayrollLinePayload in the schema. */
export const PayrollLinePayload = payloadTypeOf(PayrollLine, 'payrollLine');

@InputType({ description: 'One cell of a line.' })
export class PayrollCellInput {
  @Field(() => String, { description: 'Key of the column.' })
  key!: string;

  @Field(() => String, { description: 'What stands in it, as in a file.' })
  value!: string;
}
