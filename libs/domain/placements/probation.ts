import { addDays, addMonths, type Day } from '../common/day';
import { isPartTime } from './employment-law';

/** Whole months of a contract, both days included (2026-01-01 … 2026-12-31 = 12); a part of a month does not count. */
export function contractMonths(from: Day, to: Day): number {
  const dayAfter = addDays(to, 1);
  let months = 0;
  while (addMonths(from, months + 1) <= dayAfter) months += 1;
  return months;
}

/** The longest probation in months of full-time work by the contract's term (劳动合同法 19); no end means open-ended. */
export function fullTimeProbationMonths(contractFrom: Day, contractTo: Day | null): number {
  if (contractTo === null) return 6;
  const months = contractMonths(contractFrom, contractTo);
  if (months < 3) return 0;
  if (months < 12) return 1;
  return months < 36 ? 2 : 6;
}

/**
 * The longest probation in months that the contract allows (劳动合同法 19, 70, in force 2008-01-01): none below three
 * months and in part-time work, 1 below a year, 2 below three years, else 6. No end means open-ended.
 */
export function maxProbationMonths(contractFrom: Day, contractTo: Day | null, weeklyHours: number): number {
  return isPartTime(weeklyHours) ? 0 : fullTimeProbationMonths(contractFrom, contractTo);
}

/** The last day of a probation of so many months; null when there is none. */
export const probationEndOn = (hireDate: Day, probationMonths: number): Day | null =>
  probationMonths <= 0 ? null : addDays(addMonths(hireDate, probationMonths), -1);

/** The months of a probation from the hire date to its last day, a part of a month as a whole one; 0 without probation. */
export function probationMonthsUntil(hireDate: Day, lastDay: Day | null): number {
  if (lastDay === null) return 0;
  let months = 1;
  while (addDays(addMonths(hireDate, months), -1) < lastDay) months += 1;
  return months;
}
