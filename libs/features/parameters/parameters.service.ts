import { Injectable } from '@nestjs/common';
import { WorkCalendar } from '#domain/calendar/work-calendar';
import type { Day } from '#domain/common/day';
import type { Fen } from '#domain/common/money';
import { keepPlan } from '#platform/database/kept-plan';
import type { Tx } from '#platform/database/transaction';

/** The minimum wage in force in a county, with the row it came from. */
export interface MinimumWageRow {
  readonly id: string;
  readonly effectiveFrom: Day;
  readonly monthlyFen: Fen;
  readonly hourlyFen: Fen;
  /** Whether the employee's social insurance comes on top. */
  readonly excludesEmployeeSi: boolean;
  /** False until the county has confirmed the figure: shown beside it everywhere. */
  readonly isVerified: boolean;
}

interface HolidayRow {
  readonly day: Day;
  readonly year: number;
  readonly isOff: boolean;
}

const MINIMUM_WAGE_ON = keepPlan(
  `select w.id, w.effective_from::text as "effectiveFrom", w.monthly_fen::float8 as "monthlyFen",
          w.hourly_fen::float8 as "hourlyFen", w.excludes_employee_si as "excludesEmployeeSi", w.verified as "isVerified"
     from minimum_wage w join county c on c.code = w.region_code
    where c.id = $1 and w.effective_from <= $2 order by w.effective_from desc limit 1`,
);
const HOLIDAYS = keepPlan('select day::text as day, year, is_off as "isOff" from holiday');

/** Dated parameters: what holds on a day, read inside the caller's transaction. */
@Injectable()
export class ParametersService {
  /** The county's working days. */
  async calendar(tx: Tx): Promise<WorkCalendar> {
    const rows = await tx.query<HolidayRow>(HOLIDAYS);
    return new WorkCalendar({
      isOff: new Map(rows.map(({ day, isOff }) => [day, isOff])),
      listedYears: new Set(rows.map(({ year }) => year)),
    });
  }

  /** The minimum wage in force in the actor's county on a day. Throws where the table has no row that early: a data fault for the operator. */
  async minimumWageOn(tx: Tx, day: Day): Promise<MinimumWageRow> {
    const [row] = await tx.query<MinimumWageRow>(MINIMUM_WAGE_ON, [tx.actor.countyId, day]);
    if (row === undefined) throw new Error('The county has no minimum wage for that day.');
    return row;
  }

  /** Minutes from one township to another; null where the table does not know the way. */
  async travelMinutes(tx: Tx, fromTownship: string, toTownship: string): Promise<number | null> {
    const [row] = await tx.query<{ minutes: number }>(
      'select minutes from travel_time where from_township = $1 and to_township = $2',
      [fromTownship, toTownship],
    );
    return row?.minutes ?? null;
  }
}
