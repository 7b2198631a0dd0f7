import { median, type Rational } from '../common/rational';
import type { Fen } from '../common/money';
import { ENOUGH_COMPARATORS, hasHalfAttendance } from './comparator-selection';
import { shownMonthlyMedianFen } from './display-figures';
import { segregatedPosts, type PersonMonths } from './enterprise-tests';
import { hourlyPay } from './hourly-pay';
import type { PayrollLine } from './payroll-line';

/** How many other jobs of the enterprise are put beside a segregated post. */
const MOST_OTHER_POSTS = 3;

/** Another job of the same enterprise: five colleagues or more, and their median as people may see it. */
export interface OtherPost {
  readonly post: string;
  readonly workers: number;
  readonly medianFen: Fen;
}

/** A post where half of the workers or more are clients: what a person compares there. */
export interface SegregatedPost {
  readonly post: string;
  readonly clients: number;
  readonly workers: number;
  /** Monthly median of its clients, rounded to 50 yuan; null below five. */
  readonly medianFen: Fen | null;
  /** The least pay that their slots were published with; null where none was. */
  readonly postedMinFen: Fen | null;
  /** Other jobs under the same pay basis, those with the most colleagues first. */
  readonly others: readonly OtherPost[];
}

const postOf = ({ jobCode }: PayrollLine): string => jobCode ?? '';

interface PaidPerson {
  readonly isClient: boolean;
  readonly line: PayrollLine;
  readonly hourly: Rational | null;
}

const lastMonth = ({ isClient, months }: PersonMonths): PaidPerson[] => {
  const line = months[months.length - 1];
  if (line === undefined) return [];
  return [{ isClient, line, hourly: hasHalfAttendance(line) ? hourlyPay(line) : null }];
};

/** Null where fewer than five stand behind it: one person's pay would show through. */
function shownMedian(people: readonly PaidPerson[]): Fen | null {
  const hourly = people.flatMap((one) => (one.hourly === null ? [] : [one.hourly]));
  return hourly.length < ENOUGH_COMPARATORS ? null : shownMonthlyMedianFen(median(hourly));
}

/**
 * The posts into which clients were segregated, each with its own median, the posted pay and other jobs of the enterprise
 * side by side: there colleagues are no measure, and a person compares. `posted` is the least published pay by post.
 */
export function segregatedPostFigures(
  people: readonly PersonMonths[],
  posted: ReadonlyMap<string, Fen>,
): SegregatedPost[] {
  const segregated = segregatedPosts(people);
  if (segregated.size === 0) return [];
  const now = people.flatMap(lastMonth);
  return [...segregated].sort().map((post) => {
    const workers = now.filter(({ line }) => postOf(line) === post);
    const clients = workers.filter(({ isClient }) => isClient);
    const basis = clients[0]?.line.payBasis ?? null;
    return {
      post,
      clients: clients.length,
      workers: workers.length,
      medianFen: shownMedian(clients),
      postedMinFen: posted.get(post) ?? null,
      others: otherPosts(
        now.filter(
          ({ isClient, line }) => !isClient && !segregated.has(postOf(line)) && (line.payBasis ?? null) === basis,
        ),
      ),
    };
  });
}

function otherPosts(colleagues: readonly PaidPerson[]): OtherPost[] {
  const byPost = new Map<string, PaidPerson[]>();
  for (const one of colleagues) byPost.set(postOf(one.line), [...(byPost.get(postOf(one.line)) ?? []), one]);
  return [...byPost]
    .flatMap(([post, workers]) => {
      const medianFen = shownMedian(workers);
      return medianFen === null ? [] : [{ post, workers: workers.length, medianFen }];
    })
    .sort((a, b) => b.workers - a.workers || (a.post < b.post ? -1 : 1))
    .slice(0, MOST_OTHER_POSTS);
}
