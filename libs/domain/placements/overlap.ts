import type { Day } from '../common/day';
import { refusal, settled, type Outcome, type Refusal } from '../common/outcome';
import { isPartTime } from './employment-law';

/** The part of a placement that another one can collide with; no end means open-ended. */
export interface WorkPeriod {
  readonly from: Day;
  readonly to: Day | null;
  readonly weeklyHours: number;
}

/** Why two placements cannot stand side by side. */
export type OverlapCode = 'FULL_TIME_OVERLAP' | 'HOURS_NOT_LEFT';

/** Says whether two periods share a day. */
export const overlaps = (a: WorkPeriod, b: WorkPeriod): boolean =>
  (b.to === null || a.from <= b.to) && (a.to === null || b.from <= a.to);

/** The most weekly hours of the existing placements on any one day of the period. */
export function busyHours(period: WorkPeriod, existing: readonly WorkPeriod[]): number {
  const shared = existing.filter((other) => overlaps(period, other));
  // The sum can only rise on a day on which some placement, or the period itself, begins.
  const starts = [period.from, ...shared.map((other) => other.from)].filter((day) => day >= period.from);
  const loadOn = (day: Day): number =>
    shared
      .filter((other) => other.from <= day && (other.to === null || day <= other.to))
      .reduce((sum, other) => sum + other.weeklyHours, 0);
  return Math.max(...starts.map(loadOn));
}

/** Judges a new placement beside the client's others: full-time ones never overlap, the sum stays within the hours available. */
export function mayAddPlacement(
  added: WorkPeriod,
  existing: readonly WorkPeriod[],
  weeklyHoursAvailable: number,
): Outcome<WorkPeriod, OverlapCode> {
  const refusals: Refusal<OverlapCode>[] = [];
  const isFullTime = !isPartTime(added.weeklyHours);
  if (isFullTime && existing.some((other) => !isPartTime(other.weeklyHours) && overlaps(added, other))) {
    refusals.push(refusal('FULL_TIME_OVERLAP', ['weeklyHours']));
  }
  const left = weeklyHoursAvailable - busyHours(added, existing);
  if (added.weeklyHours > left) {
    refusals.push(refusal('HOURS_NOT_LEFT', ['weeklyHours'], { left, wanted: added.weeklyHours }));
  }
  return settled(refusals, added);
}
