import { createHash } from 'node:crypto';
import type { WorkCalendar } from '#domain/calendar/work-calendar';
import type { Month } from '#domain/common/day';
import { PAY_RULES_VERSION } from '#domain/pay-equity/pay-check';
import type { PayCheckInput } from '#domain/pay-equity/pay-check-input';
import type { PreviousGap } from '#domain/pay-equity/comparator-gap';
import type { ComparatorLine, PayContract, PayParams } from '#domain/pay-equity/payroll-line';
import { probationMonthsUntil } from '#domain/placements/probation';
import type { MinimumWageRow } from '#features/parameters';
import type { EarlierResult, LineFacts, PlacementFacts } from './pay-facts.repository';

/** A colleague's or client's line with its text for the hash, made once per enterprise. */
interface KnownLine extends LineFacts {
  readonly comparator: ComparatorLine;
  readonly text: string;
}

/** Everything that one placement's month is judged by. */
export interface PlacementInput {
  readonly placement: PlacementFacts;
  /** Null = no line was declared. */
  readonly own: LineFacts | null;
  readonly input: PayCheckInput | null;
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
  const lines = facts.lines.map(knownLine);
  const byPlacement = new Map(
    lines.flatMap((line) => (line.placementId === null ? [] : [[line.placementId, line] as const])),
  );
  return placements.map((placement) => inputOf(placement, byPlacement.get(placement.id) ?? null, lines, facts));
}

function knownLine(facts: LineFacts): KnownLine {
  const comparator = { ...facts.line, ref: facts.pseudonym, isProgrammeClient: facts.placementId !== null };
  return { ...facts, comparator, text: JSON.stringify(comparator) };
}

function inputOf(
  placement: PlacementFacts,
  own: KnownLine | null,
  lines: readonly KnownLine[],
  facts: EnterpriseFacts,
): PlacementInput {
  const { minimumWage, calendar, period } = facts;
  const previous = facts.previous.get(placement.id) ?? null;
  const contract = contractOf(placement, own);
  const { hasPeriodGap } = placement;
  const others = own === null ? [] : lines.filter(({ id }) => id !== own.id);
  const agreedPayDate = own?.line.agreedPayDate ?? null;
  const dueOn = agreedPayDate === null ? null : calendar.previousWorkday(agreedPayDate);
  const judgedBy = [PAY_RULES_VERSION, minimumWage, contract, previous, hasPeriodGap, dueOn, own?.text ?? null];
  const inputHash = (occurrence: number): Buffer => hashOf([...judgedBy, occurrence], others);
  if (own === null) return { placement, own, input: null, inputHash };
  return {
    placement,
    own,
    input: {
      period,
      params: paramsOf(minimumWage),
      calendar,
      line: own.line,
      contract,
      comparators: others.map(({ comparator }) => comparator),
      previous,
      hasPeriodGap,
      // Judged is what was declared: the same declaration says the same on any day.
      asOf: null,
      testUse: 'LATER',
    },
    inputHash,
  };
}

function hashOf(judgedBy: readonly unknown[], others: readonly KnownLine[]): Buffer {
  const hash = createHash('sha256').update(JSON.stringify(judgedBy));
  for (const { text } of others) hash.update('\n').update(text);
  return hash.digest();
}

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
