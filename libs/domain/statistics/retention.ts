import { addDays, daysBetween, type Day } from '../common/day';
import { estimateAt, isPublishable, medianOf, PUBLISHED_FROM, survivalTable, type Observation } from './kaplan-meier';
import { toDecimal } from '../common/rational';

/** One job of one person, as retention is counted. */
export interface JobSpell {
  readonly clientId: string;
  /** First day at work. */
  readonly startOn: Day;
  /** Last day at work; null while it lasts. */
  readonly endedOn: Day | null;
  /** True where the end says nothing about the job, such as a move to another place: what came after is not known. */
  readonly isCensoredEnd: boolean;
  /** The day on which the file was closed; null while it is open: nobody watched after it. */
  readonly closedOn: Day | null;
}

/** People at work on a day after their start, of those whose day has come. */
export interface Retained {
  readonly employed: number;
  readonly due: number;
}

/** A new job within so many days goes on with the old one (follow-up specification). */
export const BRIDGED_DAYS = 30;

const earlier = (a: Day, b: Day): Day => (a < b ? a : b);

/** The last day on which a job was watched. */
const watchedUntil = ({ closedOn }: JobSpell, asOf: Day): Day => (closedOn === null ? asOf : earlier(closedOn, asOf));

const endedBy = ({ endedOn }: JobSpell, day: Day): Day | null => (endedOn !== null && endedOn <= day ? endedOn : null);

/**
 * A job as an observation: it is lost on the day after the last day at work, so that the share on day N is the share at
 * work on start + N. Censored by the as-of day, by a closed file, and by an end that says nothing.
 */
export function sameEmployer(spell: JobSpell, asOf: Day): Observation {
  const watched = watchedUntil(spell, asOf);
  const ended = endedBy(spell, watched);
  if (ended === null) return { days: daysBetween(spell.startOn, watched), event: false };
  if (spell.isCensoredEnd) return { days: daysBetween(spell.startOn, ended), event: false };
  return { days: daysBetween(spell.startOn, ended) + 1, event: true };
}

/**
 * A person's way from her first start, whichever employer: work is lost where no new job begins within 30 days. While
 * those days still run the end is not known, so it is censored.
 */
export function anyEmployment(spells: readonly JobSpell[], asOf: Day): Observation | null {
  const [first, ...later] = [...spells].sort((a, b) => a.startOn.localeCompare(b.startOn));
  if (first === undefined || first.startOn > asOf) return null;
  let current = first;
  for (const next of later) {
    const ended = endedBy(current, asOf);
    if (ended !== null && next.startOn > addDays(ended, BRIDGED_DAYS)) break;
    if (next.startOn > asOf) break;
    if (ended !== null && (next.endedOn === null || next.endedOn > ended)) current = next;
  }
  const watched = watchedUntil(current, asOf);
  const ended = endedBy(current, watched);
  if (ended === null) return { days: daysBetween(first.startOn, watched), event: false };
  const isKnown = addDays(ended, BRIDGED_DAYS) < watched && !current.isCensoredEnd;
  return isKnown
    ? { days: daysBetween(first.startOn, ended) + 1, event: true }
    : { days: daysBetween(first.startOn, ended), event: false };
}

/** Jobs that lasted to day start + N, of those whose day has come: at work on that very day. */
export function retainedOn(spells: readonly JobSpell[], days: number, asOf: Day): Retained {
  const due = spells.filter(({ startOn }) => addDays(startOn, days) <= asOf);
  const employed = due.filter(({ startOn, endedOn }) => endedOn === null || endedOn >= addDays(startOn, days));
  return { employed: employed.length, due: due.length };
}

/** A point of a curve, with six decimals. */
export interface CurvePoint {
  readonly day: number;
  readonly atRisk: number;
  readonly events: number;
  readonly share: string;
  /** Null where the interval is not defined. */
  readonly low: string | null;
  readonly high: string | null;
}

/** A curve as it may be shown. */
export interface RetentionCurve {
  readonly observations: number;
  /** None where there are fewer than ten observations; only days on which at least five are still at risk. */
  readonly points: readonly CurvePoint[];
  readonly isPublished: boolean;
  /** The day by which half had lost the job; null where it was not reached or is not shown. */
  readonly medianDay: number | null;
}

const DECIMALS = 6;

/** The curve of these observations, cut where too few are left. */
export function publishedCurve(observations: readonly Observation[]): RetentionCurve {
  const size = observations.length;
  if (size < PUBLISHED_FROM.observations)
    return { observations: size, points: [], isPublished: false, medianDay: null };
  const table = survivalTable(observations);
  const shown = table.filter(({ atRisk }) => isPublishable(size, atRisk));
  const points = shown.map(({ t, atRisk, events }) => {
    const { share, interval } = estimateAt(table, observations, t);
    return {
      day: t,
      atRisk,
      events,
      share: toDecimal(share, DECIMALS),
      low: interval === null ? null : interval.low.toFixed(DECIMALS),
      high: interval === null ? null : interval.high.toFixed(DECIMALS),
    };
  });
  return { observations: size, points, isPublished: true, medianDay: medianOf(shown) };
}

/** Somebody who wanted work, and when she first began some. */
export interface WorkSeeker {
  /** The day from which she could work and was in the programme. */
  readonly from: Day;
  readonly firstStartOn: Day | null;
  readonly closedOn: Day | null;
}

/** Days until the first job as an observation: the event is its start; open cases are censored. Null = not yet begun. */
export function timeToPlacement({ from, firstStartOn, closedOn }: WorkSeeker, asOf: Day): Observation | null {
  if (from > asOf) return null;
  const watched = closedOn === null ? asOf : earlier(closedOn, asOf);
  if (firstStartOn !== null && firstStartOn <= watched)
    return { days: Math.max(daysBetween(from, firstStartOn), 0), event: true };
  return { days: Math.max(daysBetween(from, watched), 0), event: false };
}

/** Persons with a first start within a period, of those who wanted work at any time in it. */
export function placementRate(
  seekers: readonly (WorkSeeker & { readonly startsOn: readonly Day[] })[],
  period: { readonly from: Day; readonly to: Day },
): { readonly placed: number; readonly wanted: number } {
  const wanted = seekers.filter(
    ({ from, closedOn }) => from <= period.to && (closedOn === null || closedOn >= period.from),
  );
  const placed = wanted.filter(({ startsOn }) => startsOn.some((day) => day >= period.from && day <= period.to));
  return { placed: placed.length, wanted: wanted.length };
}
