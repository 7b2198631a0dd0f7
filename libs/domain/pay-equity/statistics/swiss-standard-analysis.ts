import { done, refusal, refused, type Outcome } from '../../common/outcome';
import { leastSquares, type Coefficient, type LeastSquaresFit, type ModelColumn } from './least-squares';
import { studentTwoSided, studentUpper } from './student-t';

/** One employee as the Swiss standard analysis sees her. Amounts in any one currency. */
export interface AnalysedEmployee {
  readonly isInGroup: boolean;
  readonly age: number;
  readonly yearsOfService: number;
  /** Education, codes 1 to 8. */
  readonly training: number;
  readonly levelOfRequirements: number;
  readonly professionalPosition: number;
  /** Percentage of full-time work; 0 when paid by the hour. */
  readonly activityRate: number;
  /** Hours paid in the month when paid by the hour, else 0. */
  readonly paidHours: number;
  readonly basicWage: number;
  readonly allowances: number;
  readonly monthlyWage13: number;
  readonly specialPayments: number;
  /** Weekly hours of full-time work. */
  readonly weeklyHours: number;
  /** The shift pattern; a dummy of its own where shifts differ. Absent in the Swiss tool. */
  readonly shift?: string | null;
}

/** The verdict since version 0.2.0 (2024): 1 not significant, 2 up to the target value, 3 up to the limit value, 4 beyond. */
export type AnalysisLevel = 1 | 2 | 3 | 4;

/** The two-step test until version 0.1.2: 1 no effect, 2 an effect not above the limit, 3 above the limit. */
export interface LegacyVerdict {
  readonly level: 1 | 2 | 3;
  /** (|δ| − 0.05)/se. */
  readonly tThreshold: number;
  readonly pOneSided: number;
}

/** What the analysis says. */
export interface StandardAnalysis {
  readonly n: number;
  readonly nGroup: number;
  readonly dfResidual: number;
  readonly dropped: readonly string[];
  readonly rSquared: number;
  /** δ: the log difference of the group's pay with everything else alike. */
  readonly groupCoefficient: number;
  readonly groupSe: number;
  /** |δ|/se. */
  readonly tZero: number;
  readonly pTwoSided: number;
  readonly kennedy: number;
  readonly level: AnalysisLevel;
  readonly legacy: LegacyVerdict;
  readonly coefficients: readonly Coefficient[];
}

/** Why there is no analysis. */
export type AnalysisCode =
  'TOO_FEW_ROWS' | 'GROUP_EMPTY' | 'OTHERS_EMPTY' | 'GROUP_NOT_SEPARABLE' | 'PAY_DOES_NOT_VARY';

/** The fewest valid employees of an analysis. */
export const MIN_ANALYSED = 50;

/** Two-sided level of significance of the effect, and one-sided of the older second step. */
export const SIGNIFICANCE = 0.05;

/** Per mille: the target value and the limit value of the Swiss analysis. */
export const TARGET_PER_MILLE = 25;
/** The limit value, 5 %. */
export const LIMIT_PER_MILLE = 50;

const LEGACY_LIMIT = 0.05;
const GROUP = 'group';

// Years of education by code 1 to 8: university, applied university, higher vocational, teacher, matura, apprenticeship, in-house, none.
const YEARS_OF_TRAINING = [17, 15, 14, 15, 13, 12, 11, 7] as const;
const AGE_AT_SCHOOL = 6;
const MONTHS_PER_YEAR = 12;
const WEEKS_PER_YEAR = 52;

/** Years of education of a code 1 to 8; undefined for any other. */
export const yearsOfTraining = (code: number): number | undefined => YEARS_OF_TRAINING[code - 1];

/** The most common weekly hours; of two as common the lower. */
export function modalWeeklyHours(hours: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of hours) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [first] = [...counts].sort(([a, countA], [b, countB]) => countB - countA || a - b);
  if (first === undefined) throw new Error('No weekly hours of nobody');
  return first[0];
}

/** Pay for full-time work: all components over weekly hours·rate/(100·modal), or 12·paid hours/(52·modal) for pay by the hour. */
export function standardisedSalary(employee: AnalysedEmployee, modalHours: number): number {
  const { basicWage, allowances, monthlyWage13, specialPayments, paidHours, weeklyHours, activityRate } = employee;
  const share =
    paidHours > 0
      ? (MONTHS_PER_YEAR * paidHours) / (WEEKS_PER_YEAR * modalHours)
      : (weeklyHours * activityRate) / (100 * modalHours);
  return (basicWage + allowances + monthlyWage13 + specialPayments) / share;
}

/** Kennedy (1981): the effect of a dummy variable in a semilogarithmic model, exp(δ − se²/2) − 1. */
export const kennedyEffect = (coefficient: number, standardError: number): number =>
  Math.expm1(coefficient - (standardError * standardError) / 2);

/** An effect by its size in per mille, rounded down: floor(|k|·1000). */
export const effectPerMille = (kennedy: number): number => Math.floor(Math.abs(kennedy) * 1_000);

/** The level since version 0.2.0, by significance and the floored effect. */
export function analysisLevel(pTwoSided: number, kennedy: number): AnalysisLevel {
  if (pTwoSided >= SIGNIFICANCE) return 1;
  const perMille = effectPerMille(kennedy);
  if (perMille <= TARGET_PER_MILLE) return 2;
  return perMille <= LIMIT_PER_MILLE ? 3 : 4;
}

/** Dummies for every value but the highest, which is the base; none where there is one value only. */
function dummies<T extends number | string>(name: string, values: readonly T[]): ModelColumn[] {
  const levels = [...new Set(values)].sort((a, b) => (a < b ? -1 : 1)).slice(0, -1);
  return levels.map((level) => ({
    name: `${name}${level}`,
    values: values.map((value) => (value === level ? 1 : 0)),
  }));
}

function columnsOf(employees: readonly AnalysedEmployee[]): ModelColumn[] {
  const training = employees.map((one) => yearsOfTraining(one.training) ?? 0);
  const earning = employees.map(({ age }, index) => Math.max(age - training[index]! - AGE_AT_SCHOOL, 0));
  return [
    { name: '(Intercept)', values: employees.map(() => 1) },
    { name: 'years_of_training', values: training },
    { name: 'years_of_service', values: employees.map(({ yearsOfService }) => yearsOfService) },
    { name: 'years_of_earning', values: earning },
    { name: 'years_of_earning2', values: earning.map((years) => years * years) },
    ...dummies('level_of_requirements', employees.map(({ levelOfRequirements }) => levelOfRequirements)), // prettier-ignore
    ...dummies('professional_position', employees.map(({ professionalPosition }) => professionalPosition)), // prettier-ignore
    ...dummies('shift', employees.map(({ shift }) => shift ?? '')), // prettier-ignore
    { name: GROUP, values: employees.map(({ isInGroup }) => (isInGroup ? 1 : 0)) },
  ];
}

function legacyVerdict(coefficient: number, standardError: number, df: number, isSignificant: boolean): LegacyVerdict {
  const tThreshold = (Math.abs(coefficient) - LEGACY_LIMIT) / standardError;
  const pOneSided = studentUpper(tThreshold, df);
  const level = !isSignificant ? 1 : pOneSided < SIGNIFICANCE ? 3 : 2;
  return { level, tThreshold, pOneSided };
}

function verdictOf(fit: LeastSquaresFit, group: Coefficient, n: number, nGroup: number): StandardAnalysis {
  const { estimate, standardError } = group;
  const tZero = Math.abs(estimate) / standardError;
  const pTwoSided = studentTwoSided(tZero, fit.degreesOfFreedom);
  const kennedy = kennedyEffect(estimate, standardError);
  return {
    n,
    nGroup,
    dfResidual: fit.degreesOfFreedom,
    dropped: fit.dropped,
    rSquared: fit.rSquared,
    groupCoefficient: estimate,
    groupSe: standardError,
    tZero,
    pTwoSided,
    kennedy,
    level: analysisLevel(pTwoSided, kennedy),
    legacy: legacyVerdict(estimate, standardError, fit.degreesOfFreedom, pTwoSided < SIGNIFICANCE),
    coefficients: fit.coefficients,
  };
}

/**
 * The standard analysis model of the Swiss Federal Office for Gender Equality (Logib):
 * ln(standardised salary) = b0 + b1·education + b2·service + b3·exp + b4·exp² + level of requirements + position + δ·group,
 * exp = max(age − education − 6, 0), by ordinary least squares with homoskedastic errors; the highest code of a factor is
 * its base, and columns that say nothing new are dropped. Level and older two-step verdict beside the effect.
 */
export function standardAnalysis(employees: readonly AnalysedEmployee[]): Outcome<StandardAnalysis, AnalysisCode> {
  const n = employees.length;
  if (n < MIN_ANALYSED) return refused(refusal('TOO_FEW_ROWS', [], { rows: n, least: MIN_ANALYSED }));
  const nGroup = employees.filter(({ isInGroup }) => isInGroup).length;
  if (nGroup === 0) return refused(refusal('GROUP_EMPTY'));
  if (nGroup === n) return refused(refusal('OTHERS_EMPTY'));
  const modalHours = modalWeeklyHours(employees.map(({ weeklyHours }) => weeklyHours));
  const outcome = employees.map((one) => Math.log(standardisedSalary(one, modalHours)));
  const [first = 0] = outcome;
  if (outcome.every((value) => Math.abs(value - first) < 1e-12)) return refused(refusal('PAY_DOES_NOT_VARY'));
  const fit = leastSquares(columnsOf(employees), outcome);
  const group = fit.coefficients.find(({ name }) => name === GROUP);
  if (group === undefined || fit.degreesOfFreedom < 1) return refused(refusal('GROUP_NOT_SEPARABLE'));
  return done(verdictOf(fit, group, n, nGroup));
}
