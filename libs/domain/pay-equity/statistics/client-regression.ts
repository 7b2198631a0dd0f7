import type { Outcome } from '../../common/outcome';
import {
  standardAnalysis,
  type AnalysedEmployee,
  type AnalysisCode,
  type StandardAnalysis,
} from './swiss-standard-analysis';

/** The fewest clients, others and degrees of freedom for a regression over one enterprise. */
export const MIN_CLIENTS = 5;
/** The fewest employees who are no clients. */
export const MIN_OTHERS = 30;
/** The fewest degrees of freedom. */
export const MIN_DEGREES_OF_FREEDOM = 30;

/** What the regression says of an enterprise's clients: only a lower pay is adverse, a higher one never a finding. */
export interface ClientRegression {
  readonly analysis: StandardAnalysis;
  /** The p-value for δ < 0, which enters the month's family of tests. */
  readonly pAdverse: number;
  /** Level 4 to the clients' disadvantage. */
  readonly isFinding: boolean;
  /** The older second step is significant as well. */
  readonly isConfirmed: boolean;
}

/** Why there is no regression over an enterprise. */
export type ClientRegressionCode = AnalysisCode | 'TOO_FEW_CLIENTS' | 'TOO_FEW_OTHERS' | 'TOO_FEW_DEGREES_OF_FREEDOM';

const tooFew = (code: ClientRegressionCode, found: number, least: number): Outcome<never, ClientRegressionCode> => ({
  ok: false,
  refusals: [{ code, field: [], detail: { found, least } }],
});

/**
 * The Swiss model over one enterprise with "client" as the group and a dummy for shifts where they differ. Needs 50
 * employees, 5 clients, 30 others and 30 degrees of freedom.
 */
export function clientRegression(
  employees: readonly AnalysedEmployee[],
): Outcome<ClientRegression, ClientRegressionCode> {
  const clients = employees.filter(({ isInGroup }) => isInGroup).length;
  const others = employees.length - clients;
  if (clients < MIN_CLIENTS) return tooFew('TOO_FEW_CLIENTS', clients, MIN_CLIENTS);
  if (others < MIN_OTHERS) return tooFew('TOO_FEW_OTHERS', others, MIN_OTHERS);
  const outcome = standardAnalysis(employees);
  if (!outcome.ok) return outcome;
  const analysis = outcome.value;
  if (analysis.dfResidual < MIN_DEGREES_OF_FREEDOM)
    return tooFew('TOO_FEW_DEGREES_OF_FREEDOM', analysis.dfResidual, MIN_DEGREES_OF_FREEDOM);
  const isAdverse = analysis.groupCoefficient < 0;
  const isFinding = isAdverse && analysis.level === 4;
  return {
    ok: true,
    value: {
      analysis,
      pAdverse: isAdverse ? analysis.pTwoSided / 2 : 1 - analysis.pTwoSided / 2,
      isFinding,
      isConfirmed: isFinding && analysis.legacy.level === 3,
    },
  };
}
