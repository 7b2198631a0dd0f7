import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { payloadTypeOf } from '#platform/graphql/payload';
import { DateScalar } from '#platform/graphql/scalars';

@ObjectType({ description: 'A year whose official notice of holidays is loaded.' })
export class HolidayYear {
  @Field(() => Int, { description: 'The year.' })
  year!: number;

  @Field(() => Int, { description: 'Days off that its table names.' })
  daysOff!: number;

  @Field(() => [DateScalar], { description: 'Weekend days on which people work.' })
  makeUpDays!: string[];

  @Field(() => String, { description: 'The notice or package that it comes from.' })
  source!: string;
}

/** HolidayYearPayload in the schema. */
export const HolidayYearPayload = payloadTypeOf(HolidayYear, 'holidayYear');

@InputType({ description: 'A day that is not what its weekday says.' })
export class HolidayDayInput {
  @Field(() => DateScalar, { description: 'The day.' })
  day!: string;

  @Field(() => Boolean, { description: 'True = a day off, false = a working day on a weekend.' })
  isOff!: boolean;
}

@InputType({ description: 'A year’s notice of holidays.' })
export class HolidayYearInput {
  @Field(() => Int, { description: 'The year; one that is not loaded yet.' })
  year!: number;

  @Field(() => [HolidayDayInput], {
    nullable: true,
    description:
      'The days of the notice; absent or null = from the package that the software brings, where it knows the year.',
  })
  days?: HolidayDayInput[] | null;

  @Field(() => String, { nullable: true, description: 'The notice; asked for with days.' })
  source?: string | null;
}
