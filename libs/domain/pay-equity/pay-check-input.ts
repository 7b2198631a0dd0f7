import type { WorkCalendar } from '../calendar/work-calendar';
import type { Day, Month } from '../common/day';
import type { PreviousGap, TestUse } from './comparator-gap';
import type { ComparatorLine, PayContract, PayParams, PayrollLine } from './payroll-line';

/** Everything that one client's month is judged by. */
export interface PayCheckInput {
  readonly period: Month;
  readonly params: PayParams;
  readonly calendar: WorkCalendar;
  readonly line: PayrollLine;
  readonly contract: PayContract | null;
  /** The other lines of the same enterprise and period. */
  readonly comparators: readonly ComparatorLine[];
  readonly previous: PreviousGap | null;
  /** The day of the check, by which what is not paid yet is late; null when only what was declared is judged. */
  readonly asOf: Day | null;
  /** An earlier month was declared and the one before this was not. */
  readonly hasPeriodGap: boolean;
  /** Whether the client's test stands alone or waits for the month's family of tests. */
  readonly testUse: TestUse;
}
