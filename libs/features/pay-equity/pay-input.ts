import { createHash } from 'node:crypto';
import { PAY_RULES_VERSION, type PayCheckInput } from '#domain/pay-equity/pay-check';
import type { PreviousGap } from '#domain/pay-equity/comparator-gap';
import type { ComparatorLine, PayContract } from '#domain/pay-equity/payroll-line';
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
  const { minimumWage } = facts;
  const previous = facts.previous.get(placement.id) ?? null;
  const contract = contractOf(placement);
  const others = own === null ? [] : lines.filter(({ id }) => id !== own.id);
  const inputHash = (occurrence: number): Buffer => {
    const hash = createHash('sha256').update(
      JSON.stringify([PAY_RULES_VERSION, minimumWage, contract, previous, own?.text ?? null, occurrence]),
    );
    for (const { text } of others) hash.update('\n').update(text);
    return hash.digest();
  };
  if (own === null) return { placement, own, input: null, inputHash };
  const params = {
    minWageMonthlyFen: minimumWage.monthlyFen,
    minWageHourlyFen: minimumWage.hourlyFen,
    minWageExcludesEmployeeSi: minimumWage.excludesEmployeeSi,
  };
  return {
    placement,
    own,
    input: { params, line: own.line, contract, comparators: others.map(({ comparator }) => comparator), previous },
    inputHash,
  };
}

function contractOf(placement: PlacementFacts): PayContract {
  return {
    contractMonthlyFen: placement.agreedPayFen,
    otBaseMonthlyFen: placement.overtimeBaseFen,
    lowestSameJobFen: placement.lowestSameJobFen,
    start: placement.contractFrom,
    end: placement.contractTo,
    hireDate: placement.hireDate,
    signedOn: placement.contractSignedOn,
    payCycleDays: placement.payCycleDays,
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
