import type { Outcome } from '../common/outcome';
import { MIN_COMPARATORS, hasHalfAttendance } from './comparator-selection';
import { hourlyPay } from './hourly-pay';
import { isSegregatedPost } from './pay-verdict';
import type { PayrollLine } from './payroll-line';
import { clientRegression, type ClientRegression, type ClientRegressionCode } from './statistics/client-regression';
import { cohortTest, type CohortResult, type CohortStratum } from './statistics/cohort-permutation';
import { personsHourlyPay } from './statistics/one-versus-many';
import type { AnalysedEmployee } from './statistics/swiss-standard-analysis';

/** One person's months at an enterprise. */
export interface PersonMonths {
  readonly isClient: boolean;
  /** Latest last; the last one is the month that is checked. */
  readonly months: readonly PayrollLine[];
}

/** An enterprise's clients as a group beside their colleagues. */
export interface EnterpriseCohort {
  readonly result: CohortResult;
  readonly clients: number;
  readonly comparators: number;
}

/** Clients from which an enterprise's are a group: one alone has the test of one against many. */
export const MIN_COHORT_CLIENTS = 2;

const postOf = ({ jobCode }: PayrollLine): string => jobCode ?? '';

// Cohort and regression ask the same of every person.
const knownStrata = new WeakMap<PayrollLine, string>();
const knownHourly = new WeakMap<PersonMonths, number | null>();

/** Only people who may be compared at all share a stratum: same job and grade, and same pay basis and probation status. */
function stratumOf(line: PayrollLine): string {
  const before = knownStrata.get(line);
  if (before !== undefined) return before;
  const { grade = null, payBasis = null, onProbation = false } = line;
  const stratum = JSON.stringify([postOf(line), grade, payBasis, onProbation ?? false]);
  knownStrata.set(line, stratum);
  return stratum;
}

const thisMonthOf = ({ months }: PersonMonths): PayrollLine | undefined => months[months.length - 1];

/** Posts into which clients were gathered: there colleagues are no measure. */
export function segregatedPosts(people: readonly PersonMonths[]): ReadonlySet<string> {
  const posts = new Map<string, { clients: number; workers: number }>();
  for (const person of people) {
    const line = thisMonthOf(person);
    if (line === undefined) continue;
    const post = posts.get(postOf(line)) ?? { clients: 0, workers: 0 };
    post.workers += 1;
    post.clients += person.isClient ? 1 : 0;
    posts.set(postOf(line), post);
  }
  return new Set(
    [...posts].flatMap(([post, { clients, workers }]) =>
      clients > 1 && isSegregatedPost(clients, workers) ? [post] : [],
    ),
  );
}

/** The mean of the last three months spent in the stratum of this month and at least half present; null when there is none. */
function hourlyOf(person: PersonMonths): number | null {
  const before = knownHourly.get(person);
  if (before !== undefined) return before;
  const line = thisMonthOf(person);
  const hourly = line === undefined ? null : meanHourly(person, stratumOf(line));
  knownHourly.set(person, hourly);
  return hourly;
}

function meanHourly({ isClient, months }: PersonMonths, stratum: string): number | null {
  const counted = months.filter(
    (line) =>
      stratumOf(line) === stratum && hasHalfAttendance(line) && (isClient || line.employmentType !== 'DISPATCH'),
  );
  const mean = personsHourlyPay(counted.flatMap((line) => hourlyPay(line) ?? []));
  if (mean === null || mean.numerator <= 0n) return null;
  return Number(mean.numerator) / Number(mean.denominator);
}

/**
 * The strata of an enterprise, one value per person: job by job and grade by grade, without posts that clients were
 * gathered in, and without strata in which there are fewer than three colleagues.
 */
export function cohortStrata(people: readonly PersonMonths[]): CohortStratum[] {
  const gathered = segregatedPosts(people);
  const strata = new Map<string, { clients: number[]; comparators: number[] }>();
  for (const person of people) {
    const line = thisMonthOf(person);
    if (line === undefined || gathered.has(postOf(line)) || !hasHalfAttendance(line)) continue;
    const key = stratumOf(line);
    const hourly = hourlyOf(person);
    if (hourly === null) continue;
    const stratum = strata.get(key) ?? { clients: [], comparators: [] };
    (person.isClient ? stratum.clients : stratum.comparators).push(hourly);
    strata.set(key, stratum);
  }
  return [...strata]
    .filter(([, { clients, comparators }]) => clients.length > 0 && comparators.length >= MIN_COMPARATORS)
    .map(([key, stratum]) => ({ key, ...stratum }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** The cohort test over an enterprise's month; null where fewer than two clients have colleagues to compare with. */
export function enterpriseCohort(people: readonly PersonMonths[], seed: number): EnterpriseCohort | null {
  const strata = cohortStrata(people);
  const clients = strata.reduce((sum, stratum) => sum + stratum.clients.length, 0);
  if (clients < MIN_COHORT_CLIENTS) return null;
  const comparators = strata.reduce((sum, stratum) => sum + stratum.comparators.length, 0);
  return { result: cohortTest(strata, seed), clients, comparators };
}

const WEEKLY_HOURS = 40;
const FULL_TIME_RATE = 100;
const MONTHS_PER_YEAR = 12;
/** Nothing is known of a colleague's age and schooling: the same for everybody, so that the solver drops both columns. */
const UNKNOWN_AGE = 40;
const UNKNOWN_TRAINING = 6;

const codesOf = (values: readonly string[]): ReadonlyMap<string, number> =>
  new Map([...new Set(values)].sort().map((value, index) => [value, index + 1]));

/**
 * An enterprise's people as the Swiss model sees them, one value per person: grade as level of requirements, job as
 * position, tenure as years of service. Left out are probation, posts that clients were gathered in, dispatched colleagues
 * and who was less than half present.
 */
export function analysedPeople(people: readonly PersonMonths[]): AnalysedEmployee[] {
  const gathered = segregatedPosts(people);
  const known = people.flatMap((person) => {
    const line = thisMonthOf(person);
    if (line === undefined || line.onProbation === true || gathered.has(postOf(line)) || !hasHalfAttendance(line))
      return [];
    const hourly = hourlyOf(person);
    return hourly === null ? [] : [{ isInGroup: person.isClient, line, hourly }];
  });
  const grades = codesOf(known.map(({ line }) => line.grade ?? ''));
  const jobs = codesOf(known.map(({ line }) => postOf(line)));
  return known.map(({ isInGroup, line, hourly }) => ({
    age: UNKNOWN_AGE,
    training: UNKNOWN_TRAINING,
    isInGroup,
    yearsOfService: (line.tenureMonths ?? 0) / MONTHS_PER_YEAR,
    levelOfRequirements: grades.get(line.grade ?? '') ?? 0,
    professionalPosition: jobs.get(postOf(line)) ?? 0,
    activityRate: FULL_TIME_RATE,
    paidHours: 0,
    basicWage: hourly,
    allowances: 0,
    monthlyWage13: 0,
    specialPayments: 0,
    weeklyHours: WEEKLY_HOURS,
    shift: line.shiftPattern ?? null,
  }));
}

/** The regression over an enterprise's month, or why it does not apply. */
export const enterpriseRegression = (
  people: readonly PersonMonths[],
): Outcome<ClientRegression, ClientRegressionCode> => clientRegression(analysedPeople(people));
