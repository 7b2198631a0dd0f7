import type { Outcome } from '../common/outcome';
import { MIN_COMPARATORS, hasHalfAttendance } from './comparator-selection';
import { hourlyPay, hourlyPayAsDouble } from './hourly-pay';
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

/** Only people who may be compared at all share a stratum: same job and grade, and same pay basis and probation status. */
const isSameStratum = (a: PayrollLine, b: PayrollLine): boolean =>
  postOf(a) === postOf(b) &&
  (a.grade ?? null) === (b.grade ?? null) &&
  (a.payBasis ?? null) === (b.payBasis ?? null) &&
  (a.onProbation ?? false) === (b.onProbation ?? false);

/** The name of a line's stratum, by which strata are put in order. */
const stratumKey = (line: PayrollLine): string =>
  JSON.stringify([postOf(line), line.grade ?? null, line.payBasis ?? null, line.onProbation ?? false]);

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

/** One person as the group tests count her. */
interface CountedPerson {
  readonly isClient: boolean;
  readonly line: PayrollLine;
  readonly hourly: number;
}

/** The mean of the last three months spent in the stratum of this month and at least half present; null when there is none. */
function meanHourly({ isClient, months }: PersonMonths, now: PayrollLine): number | null {
  const counted = months.filter(
    (line) =>
      (line === now || isSameStratum(line, now)) &&
      hasHalfAttendance(line) &&
      (isClient || line.employmentType !== 'DISPATCH'),
  );
  const [only] = counted;
  if (only === undefined) return null;
  if (counted.length === 1) return positive(hourlyPayAsDouble(only));
  const mean = personsHourlyPay(counted.flatMap((line) => hourlyPay(line) ?? []));
  return mean === null ? null : positive(Number(mean.numerator) / Number(mean.denominator));
}

const positive = (hourly: number | null): number | null => (hourly !== null && hourly > 0 ? hourly : null);

function countedPeople(people: readonly PersonMonths[]): CountedPerson[] {
  const gathered = segregatedPosts(people);
  const counted: CountedPerson[] = [];
  for (const person of people) {
    const line = thisMonthOf(person);
    if (line === undefined || gathered.has(postOf(line)) || !hasHalfAttendance(line)) continue;
    const hourly = meanHourly(person, line);
    if (hourly !== null) counted.push({ isClient: person.isClient, line, hourly });
  }
  return counted;
}

// Cohort and regression ask the same of the same people.
const known = new WeakMap<readonly PersonMonths[], readonly CountedPerson[]>();

/** Who counts in the group tests: not in posts that clients were gathered in, at least half present, with pay above zero. */
function countedOf(people: readonly PersonMonths[]): readonly CountedPerson[] {
  const counted = known.get(people) ?? countedPeople(people);
  known.set(people, counted);
  return counted;
}

interface OpenStratum {
  readonly line: PayrollLine;
  readonly clients: number[];
  readonly comparators: number[];
}

function strataOf(people: readonly PersonMonths[]): OpenStratum[] {
  const byPost = new Map<string, OpenStratum[]>();
  for (const { isClient, line, hourly } of countedOf(people)) {
    const strata = byPost.get(postOf(line)) ?? [];
    let stratum = strata.find((one) => isSameStratum(one.line, line));
    if (stratum === undefined) strata.push((stratum = { line, clients: [], comparators: [] }));
    (isClient ? stratum.clients : stratum.comparators).push(hourly);
    byPost.set(postOf(line), strata);
  }
  return [...byPost.values()].flat();
}

/**
 * The strata of an enterprise, one value per person: job by job and grade by grade, without posts that clients were
 * gathered in, and without strata in which there are fewer than three colleagues.
 */
export const cohortStrata = (people: readonly PersonMonths[]): CohortStratum[] =>
  strataOf(people)
    .filter(({ clients, comparators }) => clients.length > 0 && comparators.length >= MIN_COMPARATORS)
    .map(({ line, clients, comparators }) => ({ key: stratumKey(line), clients, comparators }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));

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
  const analysed = countedOf(people).filter(({ line }) => line.onProbation !== true);
  const grades = codesOf(analysed.map(({ line }) => line.grade ?? ''));
  const jobs = codesOf(analysed.map(({ line }) => postOf(line)));
  return analysed.map(({ isClient, line, hourly }) => ({
    age: UNKNOWN_AGE,
    training: UNKNOWN_TRAINING,
    isInGroup: isClient,
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
