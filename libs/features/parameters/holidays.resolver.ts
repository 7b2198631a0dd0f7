import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Permission } from '#domain/common/permission';
import { Requires } from '#platform/auth/access.decorators';
import { InCommand, InOperation, type Command, type PayloadOf } from '#platform/graphql/command';
import type { Operation } from '#platform/graphql/operation';
import { UuidScalar } from '#platform/graphql/scalars';
import { HolidayYear, HolidayYearInput, HolidayYearPayload } from './graphql/holiday-year.type';
import { HolidaysService, type HolidayYearRow } from './holidays.service';

/** The table of working days: everybody reads its years, a supervisor loads them. */
@Resolver()
export class HolidaysResolver {
  constructor(private readonly service: HolidaysService) {}

  @Query(() => [HolidayYear], { description: 'Years whose notice of holidays is loaded, latest first.' })
  @Requires(Permission.CATALOGUE_READ)
  holidayYears(@InOperation() operation: Operation): Promise<HolidayYear[]> {
    return operation.read(async (tx) => (await this.service.years(tx)).map(yearOf));
  }

  @Mutation(() => HolidayYearPayload, {
    description:
      'Loads a year’s notice of holidays; plans whose days were provisional are made anew. Codes: YEAR_OUT_OF_RANGE, YEAR_LOADED, YEAR_NOT_KNOWN, NOT_A_DATE, OTHER_YEAR, DAY_TWICE, FIXED_HOLIDAY_MISSING (with day), MAKE_UP_ON_WEEKDAY, REQUIRED, TOO_LONG, NOT_ALLOWED.',
  })
  @Requires(Permission.PARAMETERS_EDIT)
  loadHolidays(
    @InCommand() command: Command,
    @Args('input', { type: () => HolidayYearInput, description: 'The year and its days.' }) input: HolidayYearInput,
    @Args('idempotencyKey', { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' })
    _key: string,
  ): Promise<PayloadOf<HolidayYear, 'holidayYear'>> {
    const { year, days = null, source = null } = input;
    return command.run({
      as: 'holidayYear',
      act: (tx) => this.service.load(tx, { year, days, source }),
      read: async (tx) => {
        const row = (await this.service.years(tx)).find((one) => one.year === year);
        return row === undefined ? null : yearOf(row);
      },
    });
  }
}

const yearOf = ({ makeUpDays, ...row }: HolidayYearRow): HolidayYear =>
  Object.assign(new HolidayYear(), { ...row, makeUpDays: [...makeUpDays] });
