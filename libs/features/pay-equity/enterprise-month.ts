import type { Month } from '#domain/common/day';
import {
  MIN_COHORT_CLIENTS,
  enterpriseCohort,
  enterpriseRegression,
  type EnterpriseCohort,
  type PersonMonths,
} from '#domain/pay-equity/enterprise-tests';
import { segregatedPostFigures, type SegregatedPost } from '#domain/pay-equity/segregated-posts';
import { PAY_RULES_VERSION } from '#domain/pay-equity/pay-check';
import { fractionText } from '#domain/pay-equity/files/pay-check-report';
import type { ClientRegression } from '#domain/pay-equity/statistics/client-regression';
import type { PayrollLine } from '#domain/pay-equity/payroll-line';
import { whyNoCohort, whyNoRegression, type UntestedReason } from '#domain/pay-equity/untested';
import type { PlacementFacts } from './pay-facts.repository';
import { bareText, type EarlierLine, type LineFacts } from './payroll-line-facts';
import { digestOf } from './text-digest';

/** A group test of one enterprise, before the month's correction. */
export interface EnterpriseTest {
  readonly kind: 'COHORT' | 'REGRESSION';
  readonly clients: number;
  readonly comparators: number;
  /** One-sided, for the adverse direction. */
  readonly p: number;
  readonly exceedsLimit: boolean;
  readonly figures: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
}

/** What an enterprise's group tests are made of. */
export interface EnterpriseMonth {
  readonly organisationId: string;
  readonly period: Month;
  /** The month's lines in order of pseudonym. */
  readonly lines: readonly LineFacts[];
  /** The lines of the two months before, oldest first. */
  readonly earlier: readonly EarlierLine[];
}

/** People by pseudonym with their months; who is a client, this month's placements say. */
export function peopleOf({ lines, earlier }: EnterpriseMonth): PersonMonths[] {
  const before = new Map<string, PayrollLine[]>();
  for (const { pseudonym, line } of earlier) before.set(pseudonym, [...(before.get(pseudonym) ?? []), line]);
  return lines.map(({ pseudonym, placementId, line }) => ({
    isClient: placementId !== null,
    months: [...(before.get(pseudonym) ?? []), line],
  }));
}

/** The seed of an enterprise's draws: the same lines draw the same, in whichever run. */
export function seedOf({ organisationId, period, lines, earlier }: EnterpriseMonth): number {
  const texts = [
    JSON.stringify([PAY_RULES_VERSION, organisationId, period]),
    ...lines.map((line) => `[${JSON.stringify(line.pseudonym)},${bareText(line)}]`),
    ...earlier.map(({ pseudonym, line }) => JSON.stringify([pseudonym, line])),
  ];
  return digestOf(texts).readUInt32BE(0);
}

function cohortRecord({ result, clients, comparators }: EnterpriseCohort): EnterpriseTest {
  const { p, pooledGap, exceedsLimit, permutations, count, isExact, seed } = result;
  return {
    kind: 'COHORT',
    clients,
    comparators,
    p: Number(p.numerator) / Number(p.denominator),
    exceedsLimit,
    figures: { pooledGap, permutations, count, isExact, seed, exactP: fractionText(p) },
  };
}

function regressionRecord({ analysis, pAdverse, isFinding, isConfirmed }: ClientRegression): EnterpriseTest {
  const { n, nGroup, groupCoefficient, groupSe, tZero, dfResidual, pTwoSided, rSquared } = analysis;
  return {
    kind: 'REGRESSION',
    clients: nGroup,
    comparators: n - nGroup,
    p: pAdverse,
    exceedsLimit: isFinding,
    figures: {
      delta: groupCoefficient,
      se: groupSe,
      t: tZero,
      df: dfResidual,
      pTwoSided,
      rSquared,
      kennedy: analysis.kennedy,
      level: analysis.level,
      legacyT: analysis.legacy.tThreshold,
      isConfirmed,
      dropped: analysis.dropped,
    },
  };
}

/** A group test that was not made, and why. */
export interface UntestedGroup {
  readonly kind: EnterpriseTest['kind'];
  readonly reason: UntestedReason;
}

/** The group tests of a month, and those that it has too little for. */
export interface EnterpriseTests {
  readonly tests: readonly EnterpriseTest[];
  readonly untested: readonly UntestedGroup[];
}

/** Fewer clients than for any group test: nothing of the months before need be read. */
export const mayBeTested = (lines: readonly LineFacts[]): boolean =>
  lines.filter(({ placementId }) => placementId !== null).length >= MIN_COHORT_CLIENTS;

/** The group tests of an enterprise's month, as far as it has enough people for them. */
export function enterpriseTests(month: EnterpriseMonth): EnterpriseTests {
  const people = peopleOf(month);
  const cohort = enterpriseCohort(people, seedOf(month));
  const regression = enterpriseRegression(people);
  const whyNot = whyNoRegression(people, regression);
  return {
    tests: [
      ...(cohort === null ? [] : [cohortRecord(cohort)]),
      ...(regression.ok ? [regressionRecord(regression.value)] : []),
    ],
    untested: [
      ...(cohort === null ? [{ kind: 'COHORT' as const, reason: whyNoCohort(people) }] : []),
      ...(whyNot === null ? [] : [{ kind: 'REGRESSION' as const, reason: whyNot }]),
    ],
  };
}

/** What is said of an enterprise with fewer clients than any group test needs. */
export const untestedBecauseFew = (lines: readonly LineFacts[]): EnterpriseTests => {
  const reason = lines.length === 0 ? 'NOT_DECLARED' : 'TOO_FEW_CLIENTS';
  return {
    tests: [],
    untested: [
      { kind: 'COHORT', reason },
      { kind: 'REGRESSION', reason },
    ],
  };
};

/** A run that leaves the month's tests as they stand makes none, and says of none why it is missing. */
export const NO_GROUP_TESTS: EnterpriseTests = { tests: [], untested: [] };

/** The posts of an enterprise's month that clients were gathered in, with the least pay that was posted for them. */
export function segregatedOf(
  { organisationId, period }: Pick<EnterpriseMonth, 'organisationId' | 'period'>,
  lines: readonly LineFacts[],
  placements: readonly Pick<PlacementFacts, 'id' | 'postedMinFen'>[],
): SegregatedPost[] {
  const postedOf = new Map(placements.map(({ id, postedMinFen }) => [id, postedMinFen]));
  const posted = new Map<string, number>();
  for (const { placementId, line } of lines) {
    const fen = placementId === null ? null : (postedOf.get(placementId) ?? null);
    const post = line.jobCode ?? '';
    if (fen !== null) posted.set(post, Math.min(fen, posted.get(post) ?? fen));
  }
  return segregatedPostFigures(peopleOf({ organisationId, period, lines, earlier: [] }), posted);
}
