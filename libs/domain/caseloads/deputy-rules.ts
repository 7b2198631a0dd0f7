import { addDays, daysBetween, isDay, type Day } from '../common/day';
import { refusal, settled, type Outcome, type Refusal } from '../common/outcome';
import { isAnotherPerson, type Person } from '../common/person';

/** Longest time for which one deputy is named, both days included. */
export const LONGEST_DEPUTY_DAYS = 60;

/** How far ahead a deputy may be named. */
export const DEPUTY_AHEAD_DAYS = 180;

/** Why a deputy is not named. */
export type DeputyCode =
  'SAME_PERSON' | 'START_IN_PAST' | 'TOO_FAR_AHEAD' | 'LAST_BEFORE_FIRST' | 'DEPUTY_TOO_LONG' | 'OUT_OF_RANGE';

/** Who stands in for whom, from the first to the last day. */
export interface WantedDeputy {
  readonly caseworker: Person;
  readonly deputy: Person;
  readonly fromOn: Day;
  readonly toOn: Day;
}

/** Says whether this deputy may be named on `today`; what follows from other rows (office, role, overlap) is asked elsewhere. */
export function checkedDeputy(wanted: WantedDeputy, today: Day): Outcome<null, DeputyCode> {
  const { caseworker, deputy, fromOn, toOn } = wanted;
  const unreadable = [
    ...(isDay(fromOn) ? [] : [refusal('OUT_OF_RANGE' as const, ['input', 'fromOn'])]),
    ...(isDay(toOn) ? [] : [refusal('OUT_OF_RANGE' as const, ['input', 'toOn'])]),
  ];
  if (unreadable.length > 0) return settled(unreadable, null);
  const refusals: Refusal<DeputyCode>[] = [];
  if (!isAnotherPerson(caseworker, deputy)) refusals.push(refusal('SAME_PERSON', ['input', 'deputyId']));
  if (fromOn < today) refusals.push(refusal('START_IN_PAST', ['input', 'fromOn'], { earliest: today }));
  const latest = addDays(today, DEPUTY_AHEAD_DAYS);
  if (fromOn > latest) refusals.push(refusal('TOO_FAR_AHEAD', ['input', 'fromOn'], { latest }));
  if (toOn < fromOn) refusals.push(refusal('LAST_BEFORE_FIRST', ['input', 'toOn']));
  if (daysBetween(fromOn, toOn) >= LONGEST_DEPUTY_DAYS)
    refusals.push(refusal('DEPUTY_TOO_LONG', ['input', 'toOn'], { latest: addDays(fromOn, LONGEST_DEPUTY_DAYS - 1) }));
  return settled(refusals, null);
}
