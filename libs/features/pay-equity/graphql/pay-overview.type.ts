import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateScalar, DateTimeScalar } from '#platform/graphql/scalars';
import { PayTestKind } from '../pay-check-test.entity';
import { PayCheckRun } from './pay-check.type';
import { PayUntested, PayVerdictCount } from './pay-overview-counts.type';

@ObjectType({ description: 'How much of an enterprise’s month came in.' })
export class PayCoverage {
  /** For the field `enterprise`. */
  organisationId!: string;

  @Field(() => Int, { description: 'Placements with at least one day in the month.' })
  placements!: number;

  @Field(() => Int, { description: 'Those of them whose line was declared.' })
  lines!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: 'The first declaration; null where nothing came in.' })
  receivedAt!: Date | null;

  @Field(() => Boolean, { description: 'True where it came after the deadline.' })
  isLate!: boolean;

  @Field(() => Boolean, { description: 'True where the deadline is past and nothing came in.' })
  isMissing!: boolean;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was noted as missing, on day 25 or later; null where it is not.',
  })
  missingSince!: Date | null;
}

@ObjectType({
  description: 'How far placed people’s pay lies from the median of the same work, over people with five comparators.',
})
export class PayGapGroup {
  /** For the field `enterprise`; null = the whole county. */
  organisationId!: string | null;

  @Field(() => Int, { description: 'People in it.' })
  people!: number;

  @Field(() => [Int], {
    nullable: true,
    description:
      'Gap at 10, 25, 50, 75 and 90 % of the people in whole per cent, above zero where they have less; null below five people.',
  })
  percents!: number[] | null;

  @Field(() => Int, { nullable: true, description: 'People beyond the limit of 50 ‰; null below five people.' })
  overLimit!: number | null;
}

@ObjectType({ description: 'A test over one enterprise’s clients, corrected with all others of its month.' })
export class PayGroupTest {
  @Field(() => ID, { description: 'Id.' })
  id!: string;

  /** For the field `enterprise`. */
  organisationId!: string;

  @Field(() => PayTestKind, { description: 'Which test.' })
  kind!: PayTestKind;

  @Field(() => Int, { description: 'Clients in it.' })
  clients!: number;

  @Field(() => Int, { description: 'Colleagues in it.' })
  comparators!: number;

  @Field(() => Float, { description: 'One-sided p for the adverse direction.' })
  p!: number;

  @Field(() => Float, { description: 'p after Benjamini–Hochberg over the month’s family.' })
  adjustedP!: number;

  @Field(() => Boolean, { description: 'The effect is above its limit.' })
  exceedsLimit!: boolean;

  @Field(() => Boolean, { description: 'Above its limit, and significant after the correction.' })
  isClear!: boolean;

  @Field(() => Int, {
    nullable: true,
    description:
      'How much less clients have, in whole per cent: pooled gap of a cohort, effect of a regression; null below five colleagues.',
  })
  gapPercent!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Level of the regression: 1 not significant, 2 within 2.5 %, 3 within 5 %, 4 beyond; null for a cohort.',
  })
  level!: number | null;

  @Field(() => Boolean, { nullable: true, description: 'The older second step is significant too; null for a cohort.' })
  isConfirmed!: boolean | null;

  @Field(() => Float, { nullable: true, description: 'Labellings of the cohort; null for a regression.' })
  permutations!: number | null;

  @Field(() => Boolean, { nullable: true, description: 'All labellings were counted; null for a regression.' })
  isExact!: boolean | null;

  @Field(() => Float, { nullable: true, description: 'Seed of the draws; null where none were made.' })
  seed!: number | null;
}

@ObjectType({ description: 'A month’s equal-pay run as a supervisor sees it: what came in first, then what it says.' })
export class PayRunOverview {
  @Field(() => String, { description: 'Month YYYY-MM.' })
  period!: string;

  @Field(() => DateScalar, { description: 'Last day for its payroll.' })
  deadline!: string;

  @Field(() => [String], { description: 'Months that there is a run of, latest first, at most 24.' })
  months!: string[];

  @Field(() => PayCheckRun, { nullable: true, description: 'The latest run over the month; null where there is none.' })
  run!: PayCheckRun | null;

  @Field(() => Int, { description: 'Enterprises of that run that are done.' })
  partsDone!: number;

  @Field(() => Int, { description: 'Enterprises of that run.' })
  parts!: number;

  @Field(() => Int, { description: 'Placements that were checked in it so far.' })
  checked!: number;

  @Field(() => Int, { description: 'Enterprises with somebody at work in the month.' })
  enterprises!: number;

  @Field(() => Int, { description: 'Those of them that declared.' })
  declared!: number;

  @Field(() => Int, { description: 'Those of them that declared after the deadline.' })
  late!: number;

  @Field(() => Int, { description: 'Those of them whose deadline is past without anything.' })
  missing!: number;

  @Field(() => Int, { description: 'People at work in the month.' })
  placements!: number;

  @Field(() => Int, { description: 'Those of them whose line was declared.' })
  lines!: number;

  @Field(() => Int, { description: 'People who were compared with five colleagues or more.' })
  comparable!: number;

  @Field(() => [PayCoverage], {
    description: 'Enterprises with somebody at work, those first that are missing, late or incomplete; at most 100.',
  })
  coverage!: PayCoverage[];

  @Field(() => [PayVerdictCount], { description: 'The verdicts of the month as it stands.' })
  verdicts!: PayVerdictCount[];

  @Field(() => [PayGapGroup], {
    description: 'The whole county first, then the enterprises with most people; at most 13.',
  })
  gaps!: PayGapGroup[];

  @Field(() => [PayGroupTest], {
    description: 'The group tests that stand for the month, the clearest first; at most 50.',
  })
  tests!: PayGroupTest[];

  @Field(() => Int, { description: 'Tests that were corrected together.' })
  testsMade!: number;

  @Field(() => Int, { description: 'Of those, tests of single clients, who have 19 comparators or more.' })
  ownTests!: number;

  @Field(() => Int, { description: 'Those of them that are clear.' })
  clearOwnTests!: number;

  @Field(() => [PayUntested], { description: 'Group tests that were not made, by why.' })
  untested!: PayUntested[];
}
