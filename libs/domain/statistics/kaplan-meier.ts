import { compare, rational, times, type Rational } from '../common/rational';

/** One observation: how many days it lasted, and whether it ended by the event or by the end of watching. */
export interface Observation {
  /** Whole days from the start, 0 or more. */
  readonly days: number;
  /** True = the event happened then; false = nobody knows what came after (censored). */
  readonly event: boolean;
}

/** A day on which events happened. */
export interface SurvivalStep {
  /** Days from the start. */
  readonly t: number;
  /** Observations that lasted at least so long: who is censored on this day is still among them. */
  readonly atRisk: number;
  readonly events: number;
  /** Kaplan–Meier's share without the event after this day, exact. */
  readonly share: Rational;
  /** Greenwood's sum Σ d / (n (n − d)); null once everybody had the event. */
  readonly greenwood: number | null;
}

/** The share without the event on a day, with its interval. */
export interface SurvivalEstimate {
  readonly t: number;
  readonly share: Rational;
  /** 95 % log-log interval; null where it is not defined: before the first event and once nobody is left. */
  readonly interval: { readonly low: number; readonly high: number } | null;
  /** Observations that lasted at least t days. */
  readonly atRisk: number;
}

// The 97.5 % point of the normal distribution.
const Z_95 = 1.959963984540054;

/** A figure is published from so many observations on, and where so many are still at risk. */
export const PUBLISHED_FROM = { observations: 10, atRisk: 5 } as const;

const HALF = rational(1n, 2n);
const ONE = rational(1n);
const SCALE = 10n ** 25n;

/** The fraction as a floating number for logarithms, also where both parts have thousands of digits. */
export const toNumber = ({ numerator, denominator }: Rational): number =>
  Number((numerator * SCALE) / denominator) / Number(SCALE);

/** Kaplan–Meier's table over the days with events, in order; events of a day come before its censoring. */
export function survivalTable(observations: readonly Observation[]): readonly SurvivalStep[] {
  const eventsOn = new Map<number, number>();
  for (const { days, event } of observations) eventsOn.set(days, (eventsOn.get(days) ?? 0) + (event ? 1 : 0));
  const lasting = observations.map(({ days }) => days).sort((a, b) => a - b);
  const table: SurvivalStep[] = [];
  let gone = 0;
  for (const t of [...eventsOn.keys()].sort((a, b) => a - b)) {
    while ((lasting[gone] ?? Infinity) < t) gone += 1;
    const events = eventsOn.get(t) ?? 0;
    if (events > 0) table.push(nextStep(table.at(-1), t, lasting.length - gone, events));
  }
  return table;
}

function nextStep(before: SurvivalStep | undefined, t: number, atRisk: number, events: number): SurvivalStep {
  const { share, greenwood } = before ?? { share: ONE, greenwood: 0 };
  return {
    t,
    atRisk,
    events,
    share: times(share, rational(BigInt(atRisk - events), BigInt(atRisk))),
    greenwood: greenwood === null || events === atRisk ? null : greenwood + events / (atRisk * (atRisk - events)),
  };
}

/** The share without the event on day t, by the last step up to it; after the last observation it stays as it was. */
export function survivalAt(observations: readonly Observation[], t: number): SurvivalEstimate {
  return estimateAt(survivalTable(observations), observations, t);
}

/** The same from a table that is there already. */
export function estimateAt(
  table: readonly SurvivalStep[],
  observations: readonly Observation[],
  t: number,
): SurvivalEstimate {
  const step = table.filter((one) => one.t <= t).at(-1);
  const atRisk = observations.filter(({ days }) => days >= t).length;
  if (step === undefined) return { t, share: ONE, interval: null, atRisk };
  return { t, share: step.share, interval: intervalOf(step), atRisk };
}

/** The day by which half had the event: the first with a share of at most one half; null where it was not reached. */
export const medianOf = (table: readonly SurvivalStep[]): number | null =>
  table.find(({ share }) => compare(share, HALF) <= 0)?.t ?? null;

/** Says whether a figure stands on enough people to be shown. */
export const isPublishable = (observations: number, atRisk: number): boolean =>
  observations >= PUBLISHED_FROM.observations && atRisk >= PUBLISHED_FROM.atRisk;

/** 95 % log-log interval: S to the power of e to the power of ±z √greenwood ÷ ln S. */
function intervalOf({ share, greenwood }: SurvivalStep): { low: number; high: number } | null {
  if (greenwood === null) return null;
  const log = Math.log(toNumber(share));
  const width = (Z_95 * Math.sqrt(greenwood)) / -log;
  return { low: Math.exp(log * Math.exp(width)), high: Math.exp(log * Math.exp(-width)) };
}
