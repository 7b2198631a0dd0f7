import { addDays, type Day } from '../common/day';
import { WorkCalendar, type HolidayTable } from './work-calendar';

const range = (from: Day, to: Day): Day[] => (from > to ? [] : [from, ...range(addDays(from, 1), to)]);

const OFF_2026: readonly Day[] = [
  ...range('2026-01-01', '2026-01-03'),
  ...range('2026-02-15', '2026-02-23'),
  ...range('2026-04-04', '2026-04-06'),
  ...range('2026-05-01', '2026-05-05'),
  ...range('2026-06-19', '2026-06-21'),
  ...range('2026-09-25', '2026-09-27'),
  ...range('2026-10-01', '2026-10-07'),
];

/** The make-up working days of 2026 (State Council notice of 2025-11-04). */
export const MAKE_UP_2026: readonly Day[] = [
  '2026-01-04',
  '2026-02-14',
  '2026-02-28',
  '2026-05-09',
  '2026-09-20',
  '2026-10-10',
];

/** The holiday table of 2026, for tests; other years are not in it. */
export const TABLE_2026: HolidayTable = {
  isOff: new Map([...OFF_2026.map((day) => [day, true] as const), ...MAKE_UP_2026.map((day) => [day, false] as const)]),
  listedYears: new Set([2026]),
};

/** A working calendar that knows 2026, for tests. */
export const calendar2026 = (): WorkCalendar => new WorkCalendar(TABLE_2026);
