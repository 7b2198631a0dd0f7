import type { WorkCalendar } from '#domain/calendar/work-calendar';
import type { Month } from '#domain/common/day';
import { PAY_RULES_VERSION } from '#domain/pay-equity/pay-check';
import type { PayCheckInput } from '#domain/pay-equity/pay-check-input';
import type { PreviousGap } from '#domain/pay-equity/comparator-gap';
import type { ComparatorLine, PayContract, PayParams } from '#domain/pay-equity/payroll-line';
import { probationMonthsUntil } from '#domain/placements/probation';
import type { MinimumWageRow } from '#features/parameters';
import type { EarlierResult, PlacementFacts } from './pay-facts.repository';
import type { LineFacts } from './payroll-line-facts';
import { digestOf } from './text-digest';

/** All lines of an enterprise's month by post, and one digest of them. */
interface KnownMonth {
  readonly byPost: ReadonlyMap<string | null, readonly LineFacts[]>;
  readonly digest: string;
}

/** Everything that one placement's month is judged by. */
export interface PlacementInput {
  readonly placement: PlacementFacts;
  /** Null = no line was declared. */
  readonly own: LineFacts | null;
  readonly input: PayCheckInput | null;
  /** What the month before said of her. */
  readonly previous: PreviousGap | null;
  /** SHA-256 over all of it, the row of the minimum wage included. */
  readonly inputHash: (occurrence: number) => Buffer;
}

/** What holds for a whole enterprise and month. */
export interface EnterpriseFacts {
  readonly period: Month;
  readonly calendar: WorkCalendar;
  readonly minimumWage: MinimumWageRow;
  readonly lines: readonly LineFacts[];
  readonly previous: ReadonlyMap<string, PreviousGap>;
}

/** Puts the inputs of an enterprise's placements together. Who is a client, the platform knows from its own placements. */
export function inputsOf(placements: readonly PlacementFacts[], facts: EnterpriseFacts): PlacementInput[] {
  const month = knownMonth(facts.lines);
  const byPlacement = new Map(
    facts.lines.flatMap((line) => (line.placementId === null ? [] : [[line.placementId, line] as const])),
  );
  return placements.map((placement) => inputOf(placement, byPlacement.get(placement.id) ?? null, month, facts));
}

const postOf = ({ line }: LineFacts): string | null => line.jobCode ?? null;

function knownMonth(lines: readonly LineFacts[]): KnownMonth {
  const byPost = new Map<string | null, LineFacts[]>();
  for (const line of lines) {
    const post = byPost.get(postOf(line));
    if (post === undefined) byPost.set(postOf(line), [line]);
    else post.push(line);
  }
  return { byPost, digest: digestOf(lines.map(({ text }) => `${text}\n`)).toString('base64') };
}

/** The other lines of her post: with those of other posts nothing is compared, and a pseudonym stands once in a month. */
const othersOf = (own: LineFacts, { byPost }: KnownMonth): ComparatorLine[] =>
  (byPost.get(postOf(own)) ?? []).flatMap(({ id, line }) => (id === own.id ? [] : [line]));

function inputOf(
  placement: PlacementFacts,
  own: LineFacts | null,
  month: KnownMonth,
  facts: EnterpriseFacts,
): PlacementInput {
  const { minimumWage, calendar, period } = facts;
  const previous = facts.previous.get(placement.id) ?? null;
  const contract = contractOf(placement, own);
  const { hasPeriodGap } = placement;
  const agreedPayDate = own?.line.agreedPayDate ?? null;
  const dueOn = agreedPayDate === null ? null : calendar.previousWorkday(agreedPayDate);
  const judgedBy = [PAY_RULES_VERSION, minimumWage, contract, previous, hasPeriodGap, dueOn, own?.line ?? null];
  // Without a line of her own nothing is compared, and the colleagues' lines change nothing.
  const comparedWith = own === null ? null : month.digest;
  const inputHash = (occurrence: number): Buffer => hashOf([...judgedBy, comparedWith, occurrence]);
  if (own === null) return { placement, own, input: null, previous, inputHash };
  return {
    placement,
    own,
    previous,
    input: {
      period,
      params: paramsOf(minimumWage),
      calendar,
      line: own.line,
      contract,
      comparators: othersOf(own, month),
      previous,
      hasPeriodGap,
      // Judged is what was declared: the same declaration says the same on any day.
      asOf: null,
      testUse: 'LATER',
    },
    inputHash,
  };
}

const hashOf = (judgedBy: readonly unknown[]): Buffer => digestOf([JSON.stringify(judgedBy)]);

const paramsOf = (row: MinimumWageRow): PayParams => ({
  minWageMonthlyFen: row.monthlyFen,
  minWageHourlyFen: row.hourlyFen,
  minWageExcludesEmployeeSi: row.excludesEmployeeSi,
});

function contractOf(placement: PlacementFacts, own: LineFacts | null): PayContract {
  return {
    contractMonthlyFen: placement.agreedPayFen,
    // Where the contract names no base of its own, overtime is reckoned from its wage (工资支付暂行规定 13).
    otBaseMonthlyFen: placement.overtimeBaseFen ?? placement.agreedPayFen,
    postedMinFen: placement.postedMinFen,
    hasPostedSlot: placement.hasSlot,
    lowestSameJobFen: placement.lowestSameJobFen,
    start: placement.contractFrom,
    end: placement.contractTo,
    hireDate: placement.hireDate,
    payCycleDays: placement.payCycleDays,
    probationMonths: probationMonthsUntil(placement.hireDate, placement.probationEndOn),
    earlierProbation: placement.hadProbation,
    comprehensivePeriodExcessMinutes: own?.comprehensiveExcessMinutes ?? null,
    // No day on record is no proof that nothing was signed: then the rule has too little data.
    ...(placement.contractSignedOn === null ? {} : { signedOn: placement.contractSignedOn }),
  };
}

/**
 * The hash under which a new result is stored, or null where the current one was judged by the same input. An input that
 * returns (corrected, then corrected back) is a new result again: it counts how often it was there before.
 */
export function newHash(inputHash: (occurrence: number) => Buffer, earlier: readonly EarlierResult[]): Buffer | null {
  for (let occurrence = 0; ; occurrence += 1) {
    const hash = inputHash(occurrence);
    const same = earlier.find((result) => hash.equals(result.inputHash));
    if (same === undefined) return hash;
    if (same.isCurrent) return null;
  }
}
