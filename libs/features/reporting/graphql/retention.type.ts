import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateScalar, DecimalScalar } from '#platform/graphql/scalars';
import { FidelityItem } from '../retention.service';

registerEnumType(FidelityItem, {
  name: 'FidelityItem',
  description: 'A line of the fidelity sheet of Individual Placement and Support that is computed from the data.',
  valuesMap: {
    CASELOAD: { description: 'People over caseworkers; 20 at most is best.' },
    COMPETITIVE_JOBS: { description: 'Starts of work in the open labour market, of all.' },
    DAYS_TO_FIRST_CONTACT: { description: 'Median days from the entry to the first enterprise; 30 at most is best.' },
    WISHED_OCCUPATION: { description: 'Starts of work in a wished occupation, of those with a wish.' },
    EMPLOYER_CONCENTRATION: { description: 'Concentration of starts on employers; 10,000 = all with one.' },
    OCCUPATION_CONCENTRATION: { description: 'Concentration of starts on occupations; 10,000 = all in one.' },
    WEEKLY_IN_FIRST_MONTH: {
      description: 'Jobs with a contact in each of their first four weeks, of those past them.',
    },
    MONTHLY_TO_TWELVE: { description: 'Months at work with a contact, of those gone by, up to the twelfth.' },
    OUTSIDE_OFFICE: { description: 'Visits, of all meetings in person.' },
    TRIED_THREE_TIMES: { description: 'Follow-ups without an answer that were tried three times, of all without one.' },
  },
});

@ObjectType({ description: 'A day of a retention curve.' })
export class RetentionPoint {
  @Field(() => Int, { description: 'Days after the start.' })
  day!: number;

  @Field(() => Int, { description: 'Observations still watched on that day.' })
  atRisk!: number;

  @Field(() => Int, { description: 'Jobs lost on that day.' })
  events!: number;

  @Field(() => DecimalScalar, { description: 'Share at work after that day, six decimals.' })
  share!: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'Lower end of the 95 % interval; null where undefined.' })
  low!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Upper end of the 95 % interval; null where undefined.' })
  high!: string | null;
}

@ObjectType({ description: 'Kaplan–Meier’s curve of those still at work.' })
export class RetentionCurve {
  @Field(() => Int, { description: 'Jobs or people that it stands on.' })
  observations!: number;

  @Field(() => Boolean, { description: 'False below ten: too few to be shown.' })
  isPublished!: boolean;

  @Field(() => [RetentionPoint], { description: 'Its steps, as far as at least five are still watched.' })
  points!: RetentionPoint[];

  @Field(() => Int, { nullable: true, description: 'Day by which half had lost it; null where not reached.' })
  medianDay!: number | null;
}

@ObjectType({ description: 'At work on a day after the start, of those whose day has come.' })
export class RetainedOnDay {
  @Field(() => Int, { description: 'Days after the start.' })
  days!: number;

  @Field(() => Int, { description: 'Jobs that lasted to that day.' })
  employed!: number;

  @Field(() => Int, { description: 'Jobs whose day has come.' })
  due!: number;
}

@ObjectType({ description: 'So many of so many.' })
export class CountOf {
  @Field(() => Int, { description: 'So many.' })
  count!: number;

  @Field(() => Int, { description: 'Of so many.' })
  of!: number;
}

@ObjectType({ description: 'Persons placed in the period, of those who wanted work in it.' })
export class PlacementRate {
  @Field(() => Int, { description: 'Persons with a start of work in the period.' })
  placed!: number;

  @Field(() => Int, { description: 'Persons who wanted work at any time in it.' })
  wanted!: number;
}

@ObjectType({ description: 'A line of the fidelity sheet: a count with its denominator, or a figure.' })
export class FidelityLine {
  @Field(() => FidelityItem, { description: 'Which.' })
  item!: FidelityItem;

  @Field(() => Int, { nullable: true, description: 'So many; null where the line is a figure.' })
  count!: number | null;

  @Field(() => Int, { nullable: true, description: 'Of so many; null where the line is a figure.' })
  of!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Days or ten-thousandths; null where the line is a count or nothing is known.',
  })
  figure!: number | null;
}

@ObjectType({ description: 'How long people stay at work, and how the office works.' })
export class Retention {
  @Field(() => DateScalar, { description: 'As of this day.' })
  asOf!: string;

  @Field(() => DateScalar, { description: 'First day of the period of the rates.' })
  from!: string;

  @Field(() => RetentionCurve, { description: 'Still with the same employer.' })
  sameEmployer!: RetentionCurve;

  @Field(() => RetentionCurve, { description: 'Still at work with any employer; a new job within 30 days goes on.' })
  anyEmployment!: RetentionCurve;

  @Field(() => [RetainedOnDay], { description: 'At work on day 90, 180 and 365.' })
  retained!: RetainedOnDay[];

  @Field(() => PlacementRate, { description: 'Placement rate of the period.' })
  placement!: PlacementRate;

  @Field(() => Int, {
    nullable: true,
    description: 'Median days until the first job, open cases censored; null where not reached.',
  })
  medianDaysToPlacement!: number | null;

  @Field(() => CountOf, {
    description: 'Follow-ups of the period met within their window, of those whose window is over.',
  })
  onTime!: CountOf;

  @Field(() => [FidelityLine], { description: 'The fidelity sheet.' })
  fidelity!: FidelityLine[];
}
